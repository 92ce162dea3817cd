import { refusals } from '#src/forms/outcomes.ts';
import type { Asked } from '#src/forms/question.ts';
import type { BuildData } from '../shared/build-data.ts';
import { securityHeaders } from './headers.ts';
import { phoneLines } from '../shared/times.ts';

/** What is common to every page: never stored, never indexed. */
export const pageHeaders = ({ contentSecurityPolicy }: BuildData): Record<string, string> => ({
	...securityHeaders(contentSecurityPolicy),
	'cache-control': 'no-store',
	'x-robots-tag': 'noindex',
});

/** A question as the browser and the page know it. */
export const questionTexts = ({ token, shown, spoken }: Asked) => ({ token, shown, spoken });

/** What is common to every answer that is no page and loads nothing. */
const plainHeaders = {
	...securityHeaders("default-src 'none'; frame-ancestors 'none'"),
	'cache-control': 'no-store',
};

/** The same for every question; made once, they are checked once. */
const questionHeaders = new Headers({ ...plainHeaders, 'content-type': 'application/json' });

/** A fresh question for the browser. */
export const challengeJson = (asked: Asked): Response =>
	new Response(JSON.stringify(questionTexts(asked)), { headers: questionHeaders });

/** A short answer for a machine. */
export const plain = (status: number, body: string): Response =>
	new Response(`${body}\n`, {
		status,
		headers: { ...plainHeaders, 'content-type': 'text/plain; charset=utf-8' },
	});

/** When nothing else can be said: the telephones in plain text. */
export function fallbackResponse(): Response {
	return new Response(`${refusals.broken.title}\n\n${refusals.broken.words}\n\n${phoneLines()}\n`, {
		status: 500,
		headers: { ...plainHeaders, 'content-type': 'text/plain; charset=utf-8' },
	});
}
