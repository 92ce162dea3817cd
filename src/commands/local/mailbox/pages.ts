import { escapeHtml } from '#src/escape-html.ts';
import type { Mail } from '../provider/mail-database.ts';

/** The list shows no more than this; `messages.json` has them all. */
const shown = 200;

const style = `
:root { color-scheme: light dark; background: light-dark(#fff, #14181a); color: light-dark(#1c2326, #e7e5e0) }
a { color: light-dark(#0b5660, #7fd0d8) }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: 48rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; line-height: 1.25 }
li, dd { margin-bottom: .5rem }
dt { font-weight: 600 }
dd { margin-left: 0 }
pre { padding: 1rem; border: 1px solid; white-space: pre-wrap; font: .9375rem/1.5 ui-monospace, monospace }
iframe { width: 100%; height: 32rem; resize: vertical; border: 1px solid; background: #fff; color-scheme: light }
button { font: inherit; min-height: 2.75rem; padding: .5rem 1rem; border: 1px solid; background: none; color: inherit }`;

/** A mail's HTML has styles of its own; nothing is loaded and nothing runs. */
const policy =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A page around HTML that is safe to send. */
export function page(title: string, body: string, status = 200): Response {
	const html = `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
`;
	const headers = {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': policy,
		'cache-control': 'no-store',
		'referrer-policy': 'same-origin',
		'x-content-type-options': 'nosniff',
	};
	return new Response(html, { status, headers });
}

function time(at: string): string {
	const words = new Date(at).toLocaleString('en-GB', {
		dateStyle: 'medium',
		timeStyle: 'long',
		timeZone: 'UTC',
	});
	return `<time datetime="${escapeHtml(at)}">${escapeHtml(words)}</time>`;
}

/** The list of mails, newest first. */
export function listPage(mails: readonly Mail[]): Response {
	if (mails.length === 0) {
		return page(
			'Mailbox',
			'<p>No mail yet. What the site sends appears here. <a href="contacts/">Who asked for notices</a></p>',
		);
	}
	const items = mails
		.toReversed()
		.slice(0, shown)
		.map(
			({ id, subject, at, to }) =>
				`<li><a href="${id}/">${escapeHtml(subject)}</a><br>${time(at)} to ${escapeHtml(to.join(', '))}</li>`,
		);
	const only =
		mails.length > shown
			? `<p>Only the newest ${shown} are listed; the JSON has them all.</p>`
			: '';
	return page(
		`Mailbox: ${mails.length === 1 ? '1 mail' : `${mails.length} mails`}`,
		`<p>Nothing here was sent to anybody. <a href="messages.json">As JSON</a> <a href="contacts/">Who asked for notices</a></p>
<ol>
${items.join('\n')}
</ol>
${only}
<form method="post" action="empty"><button>Empty the mailbox</button></form>`,
	);
}

/** A file that came with a mail; calendars and other texts are shown. */
function attached({ filename, content, content_type: type = '' }: Mail['attachments'][number]) {
	const bytes = Buffer.from(content, 'base64');
	const href = `data:${type};base64,${content}`;
	const link = `<a href="${escapeHtml(href)}" download="${escapeHtml(filename)}">${escapeHtml(filename)}</a>`;
	const text = type.startsWith('text/')
		? `<pre>${escapeHtml(bytes.toString('utf8'))}</pre>`
		: `<p>${bytes.length} bytes</p>`;
	return `<h2>Attached: ${link}</h2>
${text}`;
}

/** One mail: its head, its text, its HTML in a frame that can do nothing, and the way to it as JSON. */
export function mailPage(mail: Mail): Response {
	const head = Object.entries({
		From: mail.from,
		To: mail.to.join(', '),
		'Reply to': mail.replyTo.join(', '),
		Cc: mail.cc?.join(', '),
		Bcc: mail.bcc?.join(', '),
		...mail.headers,
		'Idempotency key': mail.idempotencyKey,
	}).flatMap(([name, value]) =>
		value ? `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>` : [],
	);
	const html = `<iframe sandbox srcdoc="${escapeHtml(mail.html ?? '')}" title="The mail as HTML"></iframe>`;
	return page(
		mail.subject,
		`<p><a href="../">All mail</a> <a href="message.json">As JSON</a></p>
<dl>
<dt>Time</dt><dd>${time(mail.at)}</dd>
${head.join('\n')}
</dl>
<h2>Text</h2>
${mail.text === null ? '<p>None.</p>' : `<pre dir="auto">${escapeHtml(mail.text)}</pre>`}
<h2>HTML</h2>
${mail.html === null ? '<p>None.</p>' : html}
${mail.attachments.map(attached).join('\n')}`,
	);
}

/** The page for an address under which there is no mail. */
export const missingPage = (): Response =>
	page('No such mail', '<p>It may have been emptied. <a href="/_mailbox/">All mail</a></p>', 404);
