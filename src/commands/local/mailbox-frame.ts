import { createHash } from 'node:crypto';
import { html, type Markup } from './markup.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1b2330, #e8ebf0); --soft: light-dark(#556070, #a7b0bf);
	--paper: light-dark(#fff, #14181f); --line: light-dark(#d5dae2, #353d4a); --link: light-dark(#0b57a4, #8cc2ff) }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 48rem; font: 1rem/1.5 system-ui, sans-serif;
	color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0 }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem }
a { color: var(--link); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
ol { list-style: none; margin: 0; padding: 0 }
li { border-top: 1px solid var(--line); padding: .75rem 0 }
li a { display: block; font-weight: 600; padding: .25rem 0 }
.soft, dt { color: var(--soft) }
dl { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; gap: .25rem 1rem; margin: 0 }
form { margin-top: 1.5rem }
dd { margin: 0 }
@media (max-width: 30rem) { dl { display: block } dd { margin-bottom: .5rem } }
pre, iframe { width: 100%; margin: 0; border: 1px solid var(--line); border-radius: .375rem }
pre { padding: 1rem; white-space: pre-wrap; font: .9375rem/1.5 ui-monospace, monospace }
iframe { height: 32rem; resize: vertical; background: #fff; color-scheme: light }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--soft); border-radius: .375rem;
	min-height: 2.75rem; padding: .5rem 1rem; cursor: pointer }
`;

const STYLE_ELEMENT: Markup = { markup: `<style>${STYLE}</style>` };
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

const PAGE_POLICY = [
	"default-src 'none'",
	`style-src 'sha256-${STYLE_HASH}'`,
	'img-src data:',
	"frame-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
].join('; ');

/**
 * Whatever a mail holds, it runs nothing, loads nothing, and is shown only inside the mailbox's own
 * page.
 */
const MAIL_POLICY = [
	'sandbox',
	"default-src 'none'",
	"style-src 'unsafe-inline'",
	'img-src data:',
	"form-action 'none'",
	"base-uri 'none'",
	"frame-ancestors 'self'",
].join('; ');

/** A page of the mailbox around the content of its `main` element. */
export function page(title: string, body: Markup, status = 200): Response {
	const document = html`<!doctype html>
		<html lang="en-GB">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<title>${title}</title>
				<link rel="icon" href="data:," />
				${STYLE_ELEMENT}
			</head>
			<body>
				<main>${body}</main>
			</body>
		</html> `;
	return htmlResponse(document.markup, { policy: PAGE_POLICY, status });
}

/** The HTML part of a mail alone, to be framed by the page of that mail. */
export function htmlPart(content: string): Response {
	return htmlResponse(content, { policy: MAIL_POLICY });
}

function htmlResponse(
	body: string,
	{ policy, status = 200 }: { policy: string; status?: number },
): Response {
	return new Response(body, {
		status,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': policy,
			'cache-control': 'no-store',
			'referrer-policy': 'same-origin',
			'x-content-type-options': 'nosniff',
		},
	});
}
