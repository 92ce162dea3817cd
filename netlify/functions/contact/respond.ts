import { company } from '#src/company.ts';
import { contact } from '#src/forms/contact.ts';
import { type Refusal, reasons, refusals, returned } from '#src/forms/outcomes.ts';
import { type Asked, question as words } from '#src/forms/question.ts';
import type { Built } from './built.ts';
import { ask, type Issuer } from './challenge.ts';
import { topicLabel } from './compose.ts';
import { securityHeaders } from './headers.ts';
import { type Filling, fill } from './page.ts';
import { type Receipt, receiptPath } from './receipt.ts';
import { phoneLines, ukTime } from './times.ts';
import type { Outcome } from './submit.ts';

type Returned = Exclude<Outcome, { kind: 'sent' }>;

const named = (title: string): string => `${title} – ${company.name}`;

const questionTexts = ({ token, shown, spoken }: Asked) => ({ token, shown, spoken });

/** What is common to every answer: never stored, never indexed. */
const headersOf = ({ contentSecurityPolicy }: Built): Record<string, string> => ({
	...securityHeaders(contentSecurityPolicy),
	'cache-control': 'no-store',
	'x-robots-tag': 'noindex',
});

const html = (built: Built, status: number, body: string): Response =>
	new Response(body, {
		status,
		headers: { ...headersOf(built), 'content-type': 'text/html; charset=utf-8' },
	});

/** A mail for the visitor's own mail program, with everything that was typed. */
function mailto({ values }: Returned): string {
	const topic = contact.fields.topic.choices.find(({ value }) => value === values.topic)?.label;
	const about = [values.name, values.phone, values.company].filter((part) => part !== '');
	const parts = { subject: topic ?? '', body: `${values.message}\n\n${about.join('\n')}` };
	const query = Object.entries(parts).map(([name, part]) => `${name}=${encodeURIComponent(part)}`);
	return `mailto:${company.privacyEmail}?${query.join('&')}`;
}

function fillingOf(outcome: Returned, asked: Asked | undefined): Filling {
	const kept = 'kept' in outcome ? outcome.kept : undefined;
	const common = {
		conditions: [outcome.kind],
		values: { ...outcome.values, [words.answer]: kept?.answer ?? '' },
		texts: asked ? questionTexts(asked) : {},
	};
	if (outcome.kind === 'invalid') {
		const problems = Object.entries(outcome.problems);
		return {
			...common,
			titlePrefix: returned.invalid.prefix,
			lists: { problems: problems.map(([name, text]) => ({ href: `#${name}`, text })) },
			errors: outcome.problems,
		};
	}
	if (outcome.kind === 'step') {
		const texts = { ...common.texts, reason: reasons[outcome.reason] };
		return { ...common, title: named(returned.step.title), texts };
	}
	const texts = { ...common.texts, mailto: mailto(outcome) };
	return { ...common, title: named(returned.unavailable.title), texts };
}

/**
 * The contact page again: with its problems, one more step, or the ways out; with a question that is good unless there
 * is no key to sign one.
 */
export function formPage(built: Built, outcome: Returned, issuer?: Issuer): Response {
	const kept = 'kept' in outcome ? outcome.kept : undefined;
	const filling = fillingOf(outcome, kept?.question ?? (issuer && ask(issuer)));
	return html(built, returned[outcome.kind].status, fill(built.pages.form, filling));
}

/** See other: the receipt. */
export function toReceipt(built: Built, issuer: Issuer, receipt: Receipt): Response {
	const location = receiptPath(issuer.keys, receipt);
	return new Response(null, { status: 303, headers: { ...headersOf(built), location } });
}

/** The receipt itself; it holds nothing personal and may be opened again for good. */
export function receiptPage(built: Built, { reference, topic, received }: Receipt): Response {
	const texts = {
		reference,
		topic: topicLabel(topic),
		received: ukTime(received),
		iso: new Date(received).toISOString(),
	};
	return html(built, 200, fill(built.pages.sent, { texts }));
}

/** A page for a request that is not a form. */
export function refusalPage(built: Built, kind: Refusal, headers: HeadersInit = {}): Response {
	const { status, title, words } = refusals[kind];
	const page = fill(built.pages.refusal, { title: named(title), texts: { title, words } });
	const response = html(built, status, page);
	for (const [name, value] of new Headers(headers)) response.headers.set(name, value);
	return response;
}

/** A fresh question for the browser. */
export const challengeJson = (built: Built, asked: Asked): Response =>
	Response.json(questionTexts(asked), { headers: headersOf(built) });

/** A short answer for a machine. */
export const plain = (status: number, body: string): Response =>
	new Response(`${body}\n`, {
		status,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
	});

/** When nothing else can be said: the telephones in plain text. */
export function lastResort(): Response {
	return new Response(`${refusals.broken.title}\n\n${refusals.broken.words}\n\n${phoneLines()}\n`, {
		status: 500,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
	});
}
