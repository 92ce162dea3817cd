import { formOf, recipientOf, topicLabel } from '#src/forms/forms.ts';
import { checkWords, inUkTime, staffMail, staffSubject } from '#src/forms/mails.ts';
import { dueWords } from '#src/forms/your-data.ts';
import type { OpenEnquiry } from '../../enquiry/enquiry.ts';
import { deadlineOf } from '../../shared/due-day.ts';
import type { Mail } from '../../shared/mail.ts';
import { dayInWords, ukTime, utcDay } from '../../shared/times.ts';
import type { Addresses } from '../provider/mailer.ts';
import { isOnlyUnchecked, type Score, score, suspicious } from '../label/score.ts';
import { calendarFile } from './calendar-file.ts';
import { decisionRows, writtenRows } from './field-rows.ts';
import { htmlMail, quotedHtml, rowsHtml } from './html-mail.ts';
import { ledgerRows } from './ledger.ts';
import { quoted } from './quoted.ts';

type Rows = readonly (readonly [label: string, value: string])[];

/** What the mail tells. What is absent or empty has no line in it. */
interface Told extends Pick<OpenEnquiry, 'form' | 'reference' | 'message'> {
	readonly received?: number;
	/** The day (ISO) by which we answer. */
	readonly due?: string | undefined;
	/** When its question was asked, in milliseconds since 1970. */
	readonly issued: number;
}

const filled = (rows: Rows): Rows => rows.filter(([, value]) => value !== '');

/** The score as staff read it: `4 (2 links; 2 a name that looks random)`. */
const scoreWords = ({ points, rules }: Score): string =>
	rules.length === 0
		? '0'
		: `${points} (${rules.map(({ weight, reason }) => `${weight} ${reason}`).join('; ')})`;

interface Parts {
	readonly facts: Rows;
	/** What the form calls its message. */
	readonly label: string;
	readonly message: string;
	readonly decisions: Rows;
	readonly checks: Rows;
	readonly ledger: Rows;
}

/** By when to do what, such as `Answer by` and `24 December 2026`. */
function dueRow({ form, due, message }: Told): [string, string][] {
	const deadline = deadlineOf(form, message.values.topic);
	return deadline && due ? [[dueWords[deadline].staff, dayInWords(due)]] : [];
}

function partsOf(told: Told, scored: Score): Parts {
	const { form, reference, received, message } = told;
	const { values, policy, proofs } = message;
	return {
		facts: filled([
			...dueRow(told),
			[staffMail.reference, reference],
			[staffMail.received, received === undefined ? '' : inUkTime(ukTime(received))],
			...writtenRows(form, { ...values, message: '' }),
		]),
		label: formOf(form).fields.message.record,
		message: values.message,
		decisions: decisionRows(form, values),
		checks: filled([
			[staffMail.policy, policy],
			[staffMail.check, proofs.map((proof) => checkWords[proof]).join(', ')],
			[staffMail.score, scoreWords(scored)],
		]),
		ledger: ledgerRows({ message, ...(received !== undefined && { received }) }),
	};
}

const lines = (rows: Rows): string => rows.map(([label, value]) => `${label}: ${value}`).join('\n');

const asText = ({ facts, label, message, decisions, checks, ledger }: Parts): string =>
	[
		lines(facts),
		...(message === '' ? [] : [`${label}:`, quoted(message)]),
		...(decisions.length === 0 ? [] : [lines(decisions)]),
		lines(checks),
		...(ledger.length === 0 ? [] : [`${staffMail.ledger}:\n${lines(ledger)}`]),
		`${staffMail.answer}\n`,
	].join('\n\n');

const heading = (words: string): string => `<p style="margin:24px 0 4px"><b>${words}</b></p>`;
const gap = '<p style="margin:24px 0 0"></p>';

const asHtml = (parts: Parts, subject: string): string => {
	const { facts, label, message, decisions, checks, ledger } = parts;
	return htmlMail(
		subject,
		[
			rowsHtml(facts),
			...(message === '' ? [] : [heading(label), quotedHtml(message)]),
			...(decisions.length === 0 ? [] : [gap, rowsHtml(decisions)]),
			gap,
			rowsHtml(checks),
			...(ledger.length === 0 ? [] : [heading(staffMail.ledger), rowsHtml(ledger)]),
			`<p>${staffMail.answer}</p>`,
		].join(''),
	);
};

/** What stands first in the subject of a mail that is labelled; empty otherwise. */
function tagOf({ message }: Told, { points }: Score, sentByMany: boolean): string {
	if (points < suspicious) return '';
	const tag = isOnlyUnchecked(message, sentByMany) ? staffMail.unchecked : staffMail.suspicious;
	return `${tag} `;
}

/** The topic, the reference and, where there is one, the day by which to answer. */
function subjectOf(told: Told): string {
	const { form, reference, message } = told;
	const [due] = dueRow(told);
	const about = `${topicLabel(form, message.values.topic)}: ${staffSubject[form](reference)}`;
	return due ? `${about}. ${due.join(' ')}` : about;
}

/** The calendar entry of the day by which to answer. It was made, as far as it says, when the message was received. */
function attachmentsOf({ form, reference, due, received, issued, message }: Told) {
	const deadline = deadlineOf(form, message.values.topic);
	if (!deadline || !due) return {};
	const made = received ?? Date.parse(utcDay(issued));
	return { attachments: [calendarFile({ reference, deadline, due, made })] };
}

/**
 * Makes the mail to staff. What the visitor typed stands in the body and the reply address, never in the subject or
 * another header. What looks like spam says so in all three, and is sent like any other.
 */
export function mailToStaff(told: Told, { from, to }: Addresses, sentByMany = false): Mail {
	const { form, reference, message } = told;
	const { values, proofs } = message;
	const scored = score(message, sentByMany);
	const subject = `${tagOf(told, scored, sentByMany)}${subjectOf(told)}`;
	const parts = partsOf(told, scored);
	return {
		from,
		to: to[recipientOf(form, values.topic)],
		replyTo: values.email,
		subject,
		text: asText(parts),
		html: asHtml(parts, subject),
		headers: {
			'X-Enquiry-Reference': reference,
			'X-Enquiry-Form': form,
			'X-Enquiry-Assurance': proofs.join(', ') || 'none',
			'X-Enquiry-Score': scoreWords(scored),
		},
		...attachmentsOf(told),
	};
}

/** Whether a mail made here is labelled as suspicious. */
export const isLabelled = ({ headers }: Mail): boolean =>
	Number.parseInt(headers['X-Enquiry-Score'] ?? '0', 10) >= suspicious;
