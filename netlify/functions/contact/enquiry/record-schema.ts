import * as z from 'zod/mini';
import { formIds } from '#src/forms/addresses.ts';
import { isTopicOf, type Topic } from '#src/forms/forms.ts';
import { questionWords } from '#src/forms/question.ts';
import { signals } from '../shared/assurance.ts';
import { type Enquiry, type Message, recordVersion } from './enquiry.ts';

const time = z.number();
const mail = z.object({
	from: z.string(),
	to: z.readonly(z.array(z.string())),
	replyTo: z.optional(z.string()),
	subject: z.string(),
	text: z.string(),
	html: z.string(),
	headers: z.record(z.string(), z.string()),
	attachments: z.optional(
		z.array(z.object({ filename: z.string(), contentType: z.string(), content: z.string() })),
	),
	tags: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))),
});

const isTopic = (text: unknown): text is Topic => formIds.some((form) => isTopicOf(form, text));
const topic = z.custom<Topic>(isTopic, 'is no topic of a form');

/** What was typed, whatever fields the form had then; what delivery cannot do without is checked. */
const values = z.custom<Message['values']>((given) => {
	if (typeof given !== 'object' || given === null) return false;
	const { name, email, message, topic } = given as Record<string, unknown>;
	const isFlat = Object.values(given).every((value) =>
		['string', 'boolean'].includes(typeof value),
	);
	return isFlat && [name, email, message].every((one) => typeof one === 'string') && isTopic(topic);
}, 'are not those of the form');

const kept = {
	version: z.literal(recordVersion),
	form: z.enum(formIds),
	reference: z.string(),
	fingerprint: z.string(),
	writer: z.string(),
	received: time,
	due: z.optional(z.string()),
};

const box = {
	box: z.string(),
	hash: z.string(),
	default: z.literal(false),
	ticked: z.boolean(),
};

const delivery = z.object({
	tries: z.number(),
	generation: z.number(),
	attempted: z.optional(z.enum(['declined', 'maybe'])),
	first: z.optional(time),
	label: z.optional(z.enum(['clear', 'suspicious'])),
	many: z.optional(z.literal(true)),
	mail: z.optional(mail),
	plain: z.optional(z.literal(true)),
	hour: z.optional(z.string()),
	lease: z.optional(time),
	due: z.optional(time),
	held: z.optional(z.enum(['refused', 'unknown', 'bounced', 'broken'])),
	fallback: z.optional(z.literal(true)),
	id: z.optional(z.string()),
	error: z.optional(z.string()),
});

const proofs = z.enum([...(Object.keys(questionWords) as (keyof typeof questionWords)[]), 'work']);
const open = z.object({
	...kept,
	state: z.enum(['received', 'sending', 'accepted', 'failed']),
	issued: time,
	message: z.object({
		values,
		decisions: z.optional(z.array(z.object({ ...box, wording: z.string() }))),
		proofs: z.array(proofs),
		signals: z.array(z.enum(signals)),
		policy: z.string(),
		policyHash: z.optional(z.string()),
	}),
	delivery,
});
const tombstone = z.object({
	...kept,
	state: z.literal('delivered'),
	topic,
	decisions: z.optional(z.array(z.object(box))),
	policy: z.optional(z.string()),
	policyHash: z.optional(z.string()),
});
const spent = z.object({
	version: kept.version,
	state: z.literal('spent'),
	received: time,
	workedFor: z.optional(z.string()),
});

const record = z.discriminatedUnion('state', [open, tombstone, spent]);

type Loose = Record<string, unknown>;

/** In the first version `first` was the time of any first try, and a mail that was kept had its label. */
function migrateDelivery(delivery: Loose): Loose {
	const { first, mail } = delivery as { first?: number; mail?: { subject?: string } };
	const label = mail?.subject?.startsWith('[') ? 'suspicious' : 'clear';
	return {
		...delivery,
		...(first !== undefined && { attempted: 'maybe' }),
		...(mail && { label }),
	};
}

/** A record without a version is of the first. */
function fromFirst(found: Loose): Loose {
	if (found['version'] !== undefined) return found;
	const { delivery } = found as { delivery?: Loose };
	const migrated = { ...found, version: 2 };
	return delivery ? { ...migrated, delivery: migrateDelivery(delivery) } : migrated;
}

/** Up to the second version there was only the contact form, and the words of the boxes were not kept. */
function fromSecond(found: Loose): Loose {
	if (found['version'] !== 2) return found;
	const { state } = found;
	return {
		...found,
		version: recordVersion,
		...(state !== 'spent' && { form: 'contact' }),
	};
}

const migrate = (found: Loose): Loose => fromSecond(fromFirst(found));

const dayOf = (key: string): number => Date.parse(key.split('/')[1] ?? '') || 0;

/** Parses what is kept under a key: as this version writes it, migrated from an earlier one, or unreadable. */
export function parseRecord(key: string, found: unknown): Enquiry {
	const given = typeof found === 'object' && found !== null ? migrate(found as Loose) : found;
	const { data, error } = record.safeParse(given);
	// An optional field that is absent stays absent: the schemas add none.
	if (data) return data as Enquiry;
	const problem = error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join('; ');
	return { state: 'unreadable', received: dayOf(key), problem };
}
