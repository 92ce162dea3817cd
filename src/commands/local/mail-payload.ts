import { z } from 'zod';

/** What the mail provider's SDK sends, once it is found to be in order. */
export type Payload = z.infer<typeof payloadRule>;

/** Why the provider would not take it, by its own names for errors. */
export interface Refusal {
	readonly name: 'missing_required_field' | 'validation_error';
	readonly message: string;
}

const address = z
	.string()
	.refine(isAddress, { error: 'It must be `email@example.com` or `Name <email@example.com>`.' });

/** One address or a list of them; always a list afterwards. */
const addresses = z.preprocess(
	(value) => (typeof value === 'string' ? [value] : value),
	z.array(address).max(50),
);

const line = z.string().regex(/^[^\r\n\0]*$/, { error: 'It must be a single line.' });
const headerName = z
	.string()
	.regex(/^[!#$%&'*+.^_`|~\w-]+$/, { error: 'It has a bad name in it.' });
const tagPart = z.string().regex(/^[\w-]{1,256}$/);

const payloadRule = z.strictObject({
	from: address,
	to: addresses.refine((list) => list.length > 0, { error: 'It must hold 1 to 50 addresses.' }),
	subject: line.min(1),
	text: z.string().optional(),
	html: z.string().optional(),
	reply_to: addresses.optional(),
	cc: addresses.optional(),
	bcc: addresses.optional(),
	headers: z.record(headerName, line).optional(),
	tags: z.array(z.strictObject({ name: tagPart, value: tagPart })).optional(),
});

/** Checks the body of a request to send one mail, JSON as text, as the provider does. */
export function readPayload(body: string): { payload: Payload } | { refusal: Refusal } {
	const json = asJson(body);
	const { success, data, error } = payloadRule.safeParse(json);
	if (!success) return { refusal: refusal(json, error.issues) };
	if (!data.text && !data.html) return { refusal: missing('html` or `text') };
	return { payload: data };
}

function refusal(json: unknown, [issue]: readonly z.core.$ZodIssue[]): Refusal {
	if (issue?.code === 'unrecognized_keys' && issue.path.length === 0) {
		return invalid(`The local mailbox does not take \`${issue.keys.join('`, `')}\`.`);
	}
	const field = String(issue?.path[0] ?? '');
	if (!field) return invalid('The body must be a JSON object.');
	const given = typeof json === 'object' && json !== null && field in json;
	return given ? invalid(`Invalid \`${field}\` field. ${issue?.message}`) : missing(field);
}

function missing(field: string): Refusal {
	return { name: 'missing_required_field', message: `Missing \`${field}\` field.` };
}

function invalid(message: string): Refusal {
	return { name: 'validation_error', message };
}

function isAddress(value: string): boolean {
	const [, named, bare] = /^(?:[^<>\r\n\0]*<([^<>]+)>|([^<>]+))$/.exec(value) ?? [];
	return z.email().safeParse(named ?? bare).success;
}

function asJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
