import { z } from 'zod';

/** One mail to send. What the sender left out is `null`, an empty list or an empty object. */
export type Payload = Readonly<ReturnType<typeof named>>;

/** Why the provider would not take it, by its own names for errors. */
export interface Refusal {
	readonly name: 'missing_required_field' | 'validation_error';
	readonly message: string;
}

const address = z.string().refine(
	(value) => {
		const [, inBrackets, bare] = /^(?:[^<>\r\n\0]*<([^<>]+)>|([^<>]+))$/.exec(value) ?? [];
		return z.email().safeParse(inBrackets ?? bare).success;
	},
	{ error: 'It must be `email@example.com` or `Name <email@example.com>`.' },
);
/** One address or a list of them; always a list afterwards. */
const addresses = z.preprocess(
	(value) => (typeof value === 'string' ? [value] : value),
	z.array(address).max(50),
);
const line = z.string().regex(/^[^\r\n\0]*$/, { error: 'It must be a single line.' });
const headerName = z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/, { error: 'It has a bad name.' });
const tagPart = z.string().regex(/^[\w-]{1,256}$/);

const attachment = z.strictObject({
	filename: line.min(1),
	content: z.base64(),
	content_type: line.optional(),
});

const rule = z.strictObject({
	from: address,
	to: addresses.refine((list) => list.length > 0, { error: 'It must hold 1 to 50 addresses.' }),
	subject: line.min(1),
	text: z.string().nullable().default(null),
	html: z.string().nullable().default(null),
	reply_to: addresses.default([]),
	cc: addresses.optional(),
	bcc: addresses.optional(),
	headers: z.record(headerName, line).default({}),
	attachments: z.array(attachment).default([]),
	tags: z.array(z.strictObject({ name: tagPart, value: tagPart })).optional(),
});

/** The same in the SDK's spelling. */
const named = ({ reply_to: replyTo, ...rest }: z.infer<typeof rule>) => ({ ...rest, replyTo });

const missing = (field: string): Refusal => ({
	name: 'missing_required_field',
	message: `Missing \`${field}\` field.`,
});

/** Checks the body of a request to send one mail, JSON as text, as the provider does. */
export function readPayload(body: string): { payload: Payload } | { refusal: Refusal } {
	const json = z.record(z.string(), z.unknown()).safeParse(asJson(body)).data;
	const { success, data, error } = rule.safeParse(json);
	if (success && !data.text && !data.html) return { refusal: missing('html` or `text') };
	if (success) return { payload: named(data) };
	const [issue] = error.issues;
	const field = String(issue?.path[0] ?? (issue?.code === 'unrecognized_keys' && issue.keys[0]));
	if (json && json[field] === undefined) return { refusal: missing(field) };
	const what = json ? `Invalid \`${field}\` field. ${issue?.message}` : 'It must be a JSON object.';
	return { refusal: { name: 'validation_error', message: what } };
}

function asJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
