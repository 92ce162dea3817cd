import { company } from '#src/company.ts';
import type { FormId } from '#src/forms/addresses.ts';
import { formOf, topicLabel } from '#src/forms/forms.ts';
import { type Refusal, reasons, refusals, returned } from '#src/forms/outcomes.ts';
import { pinnedPrivacy, privacyVersion, shortHash } from '#src/forms/policy-version.ts';
import { questionWords, ways, question as words } from '#src/forms/question.ts';
import { dueWords } from '#src/forms/your-data.ts';
import type { BuildData, PolicyVersion } from '../shared/build-data.ts';
import { deadlineOf } from '../shared/due-day.ts';
import { openingTexts } from './opening-hours.ts';
import { type TemplateData, fillTemplate } from './template.ts';
import { receiptPath } from '../shared/receipt.ts';
import { pageHeaders, questionTexts } from './plain.ts';
import { dayInWords, ukTime } from '../shared/times.ts';
import type { Keys } from '../shared/keys.ts';
import type { Outcome, Receipt } from '../shared/outcome.ts';

type Returned = Exclude<Outcome, { kind: 'sent' }>;

/** A form that comes back, and why. */
interface ReturnedForm {
	readonly form: FormId;
	readonly outcome: Returned;
}

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
function mailto({ form, outcome: { values } }: ReturnedForm): string {
	const about = Object.entries(formOf(form).fields).flatMap(([name, { control }]) =>
		control === 'text' || control === 'tel' ? [values[name] ?? ''] : [],
	);
	const body = [values.message, about.filter((part) => part !== '').join('\n')];
	const parts = {
		subject: topicLabel(form, values.topic),
		body: body.filter((part) => part !== '').join('\n\n'),
	};
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
	const { example, keyboard } = questionWords[question.kind];
	const texts = questionTexts(question);
	// What is heard as the question's name is not said again as its description.
	const spoken = texts.spoken === texts.shown ? '' : texts.spoken;
	return { values, texts: { ...texts, spoken, example, keyboard } };
}

/** The conditions for parts of the page: after some wrong answers the other ways stand before the question. */
const conditionsOf = ({
	form,
	outcome: { kind, question, values },
}: ReturnedForm): readonly string[] => [
	kind,
	form === 'your-data' || values.topic === 'privacy' ? 'topic-privacy' : 'topic-other',
	question ? 'with-question' : 'without-question',
	(question?.wrong ?? 0) >= wrongAnswersBeforeOtherWays ? 'ways-first' : 'ways-last',
];

function fillingOf(back: ReturnedForm, now: number): TemplateData {
	const { outcome } = back;
	const check = checkOf(outcome);
	const openings = openingTexts(now);
	const common = {
		conditions: [...conditionsOf(back), ...Object.keys(openings)],
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
	const texts = { ...common.texts, mailto: mailto(back) };
	return { ...common, title: named(returned.unavailable.title), texts };
}

/** The page of a form again: with its problems, another question, one more step, or the ways out. `now` is in milliseconds since 1970. */
export function formPage(buildData: BuildData, back: ReturnedForm, now: number): Response {
	const template = buildData.pages.forms[back.form].form;
	const { status } = returned[back.outcome.kind];
	return html(buildData, status, fillTemplate(template, fillingOf(back, now)));
}

/** See other: a page of this site. */
export const redirect = (buildData: BuildData, location: string): Response =>
	new Response(null, { status: 303, headers: { ...pageHeaders(buildData), location } });

/** See other: the receipt. */
export function redirectToReceipt(buildData: BuildData, keys: Keys, receipt: Receipt): Response {
	return redirect(buildData, receiptPath(keys, receipt));
}

/** The version of the privacy policy as a receipt quotes it. */
const policyTexts = ({ date, sha256 }: PolicyVersion) => ({
	policy: privacyVersion(dayInWords(date)),
	'policy-address': pinnedPrivacy(date),
	'policy-hash': shortHash(sha256),
});

/** By when we answer, in words and as a day; nothing where nothing says so. */
function dueTexts({ form, topic, due }: Receipt): Readonly<Record<string, string>> {
	const deadline = deadlineOf(form, topic);
	if (!deadline || !due) return {};
	return { promise: dueWords[deadline].visitor, due: dayInWords(due), 'due-day': due };
}

/** The receipt itself; it holds nothing personal and may be opened again for good. */
export function receiptPage(buildData: BuildData, receipt: Receipt, now: number): Response {
	const { form, reference, topic, received, policy } = receipt;
	const openings = openingTexts(now);
	const due = dueTexts(receipt);
	const texts = {
		reference,
		topic: topicLabel(form, topic),
		received: ukTime(received),
		iso: new Date(received).toISOString(),
		...due,
		...(policy && policyTexts(policy)),
		...openings,
	};
	const conditions = [
		...Object.keys(openings),
		...Object.keys(due),
		...(policy ? ['policy'] : []),
		topic,
	];
	return html(
		buildData,
		200,
		fillTemplate(buildData.pages.forms[form].sent, { conditions, texts }),
	);
}

/** A page for a request that is not a form, with the way to the form that it was for. */
export function refusalPage(
	buildData: BuildData,
	kind: Refusal,
	{
		form = 'contact',
		headers = {},
	}: { readonly form?: FormId; readonly headers?: HeadersInit } = {},
): Response {
	const { status, title, words } = refusals[kind];
	const { page: href, words: said } = formOf(form);
	const page = fillTemplate(buildData.pages.refusal, {
		title: named(title),
		texts: { title, words, form: href, go: said.go },
	});
	const response = html(buildData, status, page);
	for (const [name, value] of new Headers(headers)) response.headers.set(name, value);
	return response;
}
