import { refusals } from '#src/forms/outcomes.ts';
import type { Asked } from '#src/forms/question.ts';
import type { BuildData } from '../shared/build-data.ts';
import { securityHeaders } from './headers.ts';
import { phoneLines } from '../shared/times.ts';

/** The headers of every page that the function answers with: never stored, never indexed. */
export const pageHeaders = ({ contentSecurityPolicy }: BuildData): Record<string, string> => ({
	...securityHeaders(contentSecurityPolicy),
	'cache-control': 'no-store',
	'x-robots-tag': 'noindex',
});

/** The parts of a challenge that the browser and the page are given. */
export const questionTexts = ({ token, shown, spoken }: Asked) => ({ token, shown, spoken });

/** The headers of every answer that is not a page. */
const plainHeaders = {
	...securityHeaders("default-src 'none'; frame-ancestors 'none'"),
	'cache-control': 'no-store',
};

/** A fresh challenge as JSON: `{ token, shown, spoken }`. */
export const challengeJson = (asked: Asked): Response =>
	new Response(JSON.stringify(questionTexts(asked)), {
		headers: { ...plainHeaders, 'content-type': 'application/json' },
	});

/** A one-line answer in plain text, for programs. */
export const plain = (status: number, body: string): Response =>
	new Response(`${body}\n`, {
		status,
		headers: { ...plainHeaders, 'content-type': 'text/plain; charset=utf-8' },
	});

/** The answer when no page can be made: status 500 and the telephone numbers in plain text. */
export function fallbackResponse(): Response {
	return new Response(`${refusals.broken.title}\n\n${refusals.broken.words}\n\n${phoneLines()}\n`, {
		status: 500,
		headers: { ...plainHeaders, 'content-type': 'text/plain; charset=utf-8' },
	});
}
