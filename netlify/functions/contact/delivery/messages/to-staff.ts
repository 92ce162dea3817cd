import { contact, topicLabel } from '#src/forms/contact.ts';
import { checkWords, inUkTime, staffMail } from '#src/forms/mails.ts';
import type { OpenEnquiry } from '../../enquiry/enquiry.ts';
import type { Mail } from '../../shared/mail.ts';
import { ukTime } from '../../shared/times.ts';
import type { Addresses } from '../provider/mailer.ts';
import { type Score, score, suspicious } from '../label/score.ts';
import { boxWordings, decisionRows, writtenRows } from './field-rows.ts';
import { htmlMail, quotedHtml, rowsHtml } from './html-mail.ts';
import { quoted } from './quoted.ts';

type Rows = readonly (readonly [label: string, value: string])[];

/** What the mail tells. What is absent or empty has no line in it. */
type Told = Pick<OpenEnquiry, 'reference' | 'message'> & Partial<Pick<OpenEnquiry, 'received'>>;

const filled = (rows: Rows): Rows => rows.filter(([, value]) => value !== '');

/** The score as staff read it: `4 (2 links; 2 a name that looks random)`. */
const scoreWords = ({ points, rules }: Score): string =>
	rules.length === 0
		? '0'
		: `${points} (${rules.map(({ weight, reason }) => `${weight} ${reason}`).join('; ')})`;

interface Parts {
	readonly facts: Rows;
	readonly message: string;
	readonly decisions: Rows;
	readonly checks: Rows;
}

function partsOf({ reference, received, message }: Told, scored: Score): Parts {
	const { values, policy, proofs } = message;
	const written = writtenRows({ ...values, message: '' });
	return {
		facts: filled([
			[staffMail.reference, reference],
			[staffMail.received, received === undefined ? '' : inUkTime(ukTime(received))],
			...written,
		]),
		message: values.message,
		decisions: decisionRows(values),
		checks: filled([
			[staffMail.policy, policy],
			[staffMail.check, proofs.map((proof) => checkWords[proof]).join(', ')],
			[staffMail.score, scoreWords(scored)],
		]),
	};
}

const lines = (rows: Rows): string => rows.map(([label, value]) => `${label}: ${value}`).join('\n');

const { record: messageLabel } = contact.fields.message;

const asText = ({ facts, message, decisions, checks }: Parts): string =>
	`${lines(facts)}

${messageLabel}:

${quoted(message)}

${lines(decisions)}

${lines(checks)}

${staffMail.boxes}:
${lines(boxWordings())}

${staffMail.answer}
`;

const heading = (words: string): string => `<p style="margin:24px 0 4px"><b>${words}</b></p>`;

const asHtml = ({ facts, message, decisions, checks }: Parts, subject: string): string =>
	htmlMail(
		subject,
		[
			rowsHtml(facts),
			heading(messageLabel),
			quotedHtml(message),
			'<p style="margin:24px 0 0"></p>',
			rowsHtml(decisions),
			'<p style="margin:24px 0 0"></p>',
			rowsHtml(checks),
			heading(staffMail.boxes),
			rowsHtml(boxWordings()),
			`<p>${staffMail.answer}</p>`,
		].join(''),
	);

/**
 * Makes the mail to staff. What the visitor typed stands in the body and the reply address, never in the subject or
 * another header. What looks like spam says so in all three, and is sent like any other.
 */
export function mailToStaff(told: Told, { from, to }: Addresses, sentByMany = false): Mail {
	const { reference, message } = told;
	const { values, proofs } = message;
	const scored = score(message, sentByMany);
	const tag = scored.points >= suspicious ? '[Possible spam] ' : '';
	const subject = `${tag}${topicLabel(values.topic)}: enquiry ${reference}`;
	const parts = partsOf(told, scored);
	return {
		from,
		to: to[values.topic],
		replyTo: values.email,
		subject,
		text: asText(parts),
		html: asHtml(parts, subject),
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
