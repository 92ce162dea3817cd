import { escapeHtml } from '#src/escape-html.ts';
import type { Mail } from '../../shared/mail.ts';
import type { Addresses } from '../mailer.ts';
import type { Proof } from '../../shared/assurance.ts';
import { type ContactValues, contact, topicLabel } from '#src/forms/contact.ts';
import type { Field } from '#src/forms/field.ts';
import type { OpenEnquiry } from '../../enquiry/enquiry.ts';
import { type Score, score, suspicious } from '../score.ts';

function answer(field: Field, value: string | boolean): string {
	if (field.control === 'checkbox') return value ? 'Ticked' : 'Not ticked';
	if (field.control === 'radios') {
		return field.choices.find((choice) => choice.value === value)?.label ?? '';
	}
	return String(value);
}

/** What was typed and ticked, field by field: label and value, without the empty ones. */
export function fieldRows(values: ContactValues): [string, string][] {
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

const proofWords: Readonly<Record<Proof, string>> = {
	sum: 'answered the sum',
	word: 'typed the word',
	work: 'the browser did the work',
};

/** The score as staff read it: `4 (2 links; 2 a name that looks random)`. */
const scoreWords = ({ points, rules }: Score): string =>
	rules.length === 0
		? '0'
		: `${points} (${rules.map(({ weight, reason }) => `${weight} ${reason}`).join('; ')})`;

/**
 * Makes the mail to staff. What the visitor typed stands in the body and the reply address, never in the subject or
 * another header. What looks like spam says so in all three, and is sent like any other.
 */
export function mailToStaff(
	{ reference, message }: Pick<OpenEnquiry, 'reference' | 'message'>,
	{ from, to }: Addresses,
	sentByMany = false,
): Mail {
	const { values, policy, proofs } = message;
	const scored = score(message, sentByMany);
	const table: [string, string][] = [
		['Reference', reference],
		...fieldRows(values),
		['Privacy policy in force', policy],
		['Check', proofs.map((proof) => proofWords[proof]).join(', ')],
		['Spam score', scoreWords(scored)],
	];
	const tag = scored.points >= suspicious ? '[Possible spam] ' : '';
	return {
		from,
		to: to[values.topic],
		replyTo: values.email,
		subject: `${tag}${topicLabel(values.topic)}: enquiry ${reference}`,
		text: `${table.map(asText).join('\n')}\n`,
		html: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><body style="font:16px/1.5 sans-serif"><dl>${table.map(asHtml).join('')}</dl></body></html>`,
		headers: {
			'X-Enquiry-Reference': reference,
			'X-Enquiry-Assurance': proofs.join(', '),
			'X-Enquiry-Score': scoreWords(scored),
		},
	};
}

/** Whether a mail made here is labelled as suspicious. */
export const isLabelled = ({ headers }: Mail): boolean =>
	Number.parseInt(headers['X-Enquiry-Score'] ?? '0', 10) >= suspicious;
