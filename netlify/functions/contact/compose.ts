import { type ContactValues, contact, type Topic } from '#src/forms/contact.ts';
import type { Field } from '#src/forms/field.ts';
import type { Message } from './enquiry.ts';

/** A mail as the provider takes it. The same message always makes the same bytes. */
export interface Mail {
	readonly from: string;
	readonly to: readonly string[];
	readonly replyTo?: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly tags?: readonly { readonly name: string; readonly value: string }[];
}

/** Who writes to whom: recipients by topic. */
export interface Addresses {
	readonly from: string;
	readonly to: Readonly<Record<Topic, readonly string[]>>;
	/** Who gets an enquiry that its first address sent back. */
	readonly fallback?: readonly string[];
	/** Who is told when enquiries wait for a person. */
	readonly operator: readonly string[];
}

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const escapeHtml = (text: string): string =>
	text.replace(/[&<>"']/g, (found) => escapes[found] ?? '');

/** The words of a topic as the visitor chose it. */
export const topicLabel = (topic: Topic): string =>
	contact.fields.topic.choices.find(({ value }) => value === topic)?.label ?? topic;

function answer(field: Field, value: string | boolean): string {
	if (field.control === 'checkbox') return value ? 'Ticked' : 'Not ticked';
	if (field.control === 'radios') {
		return field.choices.find((choice) => choice.value === value)?.label ?? '';
	}
	return String(value);
}

function rows(values: ContactValues): [string, string][] {
	const fields: readonly [string, Field][] = Object.entries(contact.fields);
	const typed: Readonly<Record<string, string | boolean>> = values;
	return fields
		.map(([name, field]): [string, string] => [field.label, answer(field, typed[name] ?? '')])
		.filter(([, value]) => value !== '');
}

const asText = ([label, value]: [string, string]): string =>
	value.includes('\n') ? `${label}:\n\n${value}\n` : `${label}: ${value}`;

const asHtml = ([label, value]: [string, string]): string =>
	`<dt style="margin-top:1em;font-weight:bold">${escapeHtml(label)}</dt><dd style="margin:0;white-space:pre-wrap">${escapeHtml(value)}</dd>`;

const proofs = { sum: 'answered the sum' } as const;

/** Makes the mail to staff. What the visitor typed stands in the body and the reply address, never in the subject or another header. */
export function compose(reference: string, message: Message, { from, to }: Addresses): Mail {
	const { values, policy, proof } = message;
	const table: [string, string][] = [
		['Reference', reference],
		...rows(values),
		['Privacy policy in force', policy],
		['Check', proofs[proof]],
	];
	return {
		from,
		to: to[values.topic],
		replyTo: values.email,
		subject: `${topicLabel(values.topic)}: enquiry ${reference}`,
		text: `${table.map(asText).join('\n')}\n`,
		html: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><body style="font:16px/1.5 sans-serif"><dl>${table.map(asHtml).join('')}</dl></body></html>`,
		headers: { 'X-Enquiry-Reference': reference },
	};
}
