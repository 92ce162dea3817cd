import { company } from '#src/company.ts';
import { contact, topicLabel } from '#src/forms/contact.ts';
import { type Refusal, reasons, refusals, returned } from '#src/forms/outcomes.ts';
import { pinnedPrivacy, privacyVersion, shortHash } from '#src/forms/policy-version.ts';
import { kinds, ways, question as words } from '#src/forms/question.ts';
import type { BuildData, PolicyVersion } from '../shared/build-data.ts';
import { openingTexts } from './opening-hours.ts';
import { type TemplateData, fillTemplate } from './template.ts';
import { receiptPath } from '../shared/receipt.ts';
import { pageHeaders, questionTexts } from './plain.ts';
import { isoDay, ukTime } from '../shared/times.ts';
import type { Keys } from '../shared/keys.ts';
import type { Outcome, Receipt } from '../shared/outcome.ts';

type Returned = Exclude<Outcome, { kind: 'sent' }>;

/** After so many wrong answers the other ways come first. */
const wrongAnswersBeforeOtherWays = 3;

/** The title of a page of this site. */
export const named = (title: string): string => `${title} – ${company.name}`;

/** A page as the function answers with it. */
export const html = (buildData: BuildData, status: number, body: string): Response =>
	new Response(body, {
		status,
		headers: { ...pageHeaders(buildData), 'content-type': 'text/html; charset=utf-8' },
	});

/** A mail for the visitor's own mail program, with everything that was typed. */
function mailto({ values }: Returned): string {
	const topic = contact.fields.topic.choices.find(({ value }) => value === values.topic)?.label;
	const about = [values.name, values.phone, values.company].filter((part) => part !== '');
	const parts = { subject: topic ?? '', body: `${values.message}\n\n${about.join('\n')}` };
	const query = Object.entries(parts).map(([name, part]) => `${name}=${encodeURIComponent(part)}`);
	return `mailto:${company.privacyEmail}?${query.join('&')}`;
}

/** What the page holds of the question, and of what was given for it. */
function checkOf({ question, given }: Returned) {
	const values = {
		[words.answer]: given?.answer ?? '',
		[ways.work]: given?.work ?? '',
		[ways.instead.name]: given?.instead ?? false,
	};
	if (!question) return { values, texts: {} };
	const { example, keyboard } = kinds[question.kind];
	const texts = questionTexts(question);
	// What is heard as the question's name is not said again as its description.
	const spoken = texts.spoken === texts.shown ? '' : texts.spoken;
	return { values, texts: { ...texts, spoken, example, keyboard } };
}

/** The conditions for parts of the page: after some wrong answers the other ways stand before the question. */
const conditionsOf = ({ kind, question, values }: Returned): readonly string[] => [
	kind,
	values.topic === 'privacy' ? 'topic-privacy' : 'topic-other',
	(question?.wrong ?? 0) >= wrongAnswersBeforeOtherWays ? 'ways-first' : 'ways-last',
];

function fillingOf(outcome: Returned, now: number): TemplateData {
	const check = checkOf(outcome);
	const openings = openingTexts(now);
	const common = {
		conditions: [...conditionsOf(outcome), ...Object.keys(openings)],
		values: { ...outcome.values, ...check.values },
		texts: { ...check.texts, ...openings },
	};
	if (outcome.kind === 'asked') return common;
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

/** The contact page again: with its problems, another question, one more step, or the ways out. `now` is in milliseconds since 1970. */
export const formPage = (buildData: BuildData, outcome: Returned, now: number): Response =>
	html(
		buildData,
		returned[outcome.kind].status,
		fillTemplate(buildData.pages.form, fillingOf(outcome, now)),
	);

/** See other: a page of this site. */
export const redirect = (buildData: BuildData, location: string): Response =>
	new Response(null, { status: 303, headers: { ...pageHeaders(buildData), location } });

/** See other: the receipt. */
export function redirectToReceipt(buildData: BuildData, keys: Keys, receipt: Receipt): Response {
	return redirect(buildData, receiptPath(keys, receipt));
}

/** The version of the privacy policy as a receipt quotes it. */
const policyTexts = ({ date, sha256 }: PolicyVersion) => ({
	policy: privacyVersion(isoDay(date)),
	'policy-address': pinnedPrivacy(date),
	'policy-hash': shortHash(sha256),
});

/** The receipt itself; it holds nothing personal and may be opened again for good. */
export function receiptPage(
	buildData: BuildData,
	{ reference, topic, received, policy }: Receipt,
	now: number,
): Response {
	const openings = openingTexts(now);
	const texts = {
		reference,
		topic: topicLabel(topic),
		received: ukTime(received),
		iso: new Date(received).toISOString(),
		...(policy && policyTexts(policy)),
		...openings,
	};
	const conditions = [...Object.keys(openings), ...(policy ? ['policy'] : [])];
	return html(buildData, 200, fillTemplate(buildData.pages.sent, { conditions, texts }));
}

/** A page for a request that is not a form. */
export function refusalPage(
	buildData: BuildData,
	kind: Refusal,
	headers: HeadersInit = {},
): Response {
	const { status, title, words } = refusals[kind];
	const page = fillTemplate(buildData.pages.refusal, {
		title: named(title),
		texts: { title, words },
	});
	const response = html(buildData, status, page);
	for (const [name, value] of new Headers(headers)) response.headers.set(name, value);
	return response;
}
