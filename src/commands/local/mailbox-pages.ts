import type { Mail } from './mail-log.ts';
import { html, type Markup } from './markup.ts';
import { page } from './mailbox-frame.ts';

/** The list shows no more than this; `messages.json` has them all. */
const SHOWN = 200;

/** The list of mails, newest first. */
export function listPage(mails: readonly Mail[]): Response {
	if (mails.length === 0) {
		return page(
			'Mailbox',
			html`<h1>Mailbox</h1>
				<p>No mail yet. What the site sends appears here.</p>`,
		);
	}
	const shown = mails.toReversed().slice(0, SHOWN);
	return page(
		`Mailbox (${mails.length})`,
		html`<h1>Mailbox</h1>
			<p class="soft">
				${count(mails.length)}, newest first. Nothing here was sent to anybody.
				<a href="messages.json">As JSON</a>
			</p>
			<ol>
				${shown.map(item)}
			</ol>
			${mails.length > SHOWN ? html`<p class="soft">Only the newest ${SHOWN} are listed; the JSON has them all.</p>` : ''}
			<form method="post" action="empty"><button>Empty the mailbox</button></form>`,
	);
}

/**
 * One mail: its head, its text, its HTML in a frame that can do nothing, and the way to it as JSON.
 */
export function mailPage(mail: Mail): Response {
	return page(
		mail.subject,
		html`<p><a href="../">All mail</a></p>
			<h1>${mail.subject}</h1>
			<dl>
				${head(mail).map(
					([name, value]) =>
						html`<dt>${name}</dt>
							<dd>${value}</dd>`,
				)}
			</dl>
			<h2>Text</h2>
			${mail.text === null ? html`<p class="soft">None.</p>` : html`<pre dir="auto">${mail.text}</pre>`}
			<h2>HTML</h2>
			${mail.html === null ? html`<p class="soft">None.</p>` : html`<iframe sandbox src="html" title="The mail as HTML"></iframe>`}
			<h2>Raw</h2>
			<p><a href="message.json">This mail as JSON</a></p>`,
	);
}

/** The page for an address under which there is no mail. */
export function missingPage(): Response {
	return page(
		'No such mail',
		html`<h1>No such mail</h1>
			<p>It may have been emptied. <a href="/_mailbox/">All mail</a></p>`,
		404,
	);
}

function item(mail: Mail): Markup {
	return html`<li>
		<a href="${mail.id}/">${mail.subject}</a>
		<span class="soft">${time(mail.at)} · to ${mail.to.join(', ')}</span>
	</li>`;
}

function head(mail: Mail): [string, string | Markup][] {
	const rows: [string, string | Markup][] = [
		['From', mail.from],
		['To', mail.to.join(', ')],
		['Reply to', mail.replyTo.join(', ')],
		['Cc', (mail.cc ?? []).join(', ')],
		['Bcc', (mail.bcc ?? []).join(', ')],
		['Time', time(mail.at)],
		...Object.entries(mail.headers),
		['Idempotency key', mail.idempotencyKey ?? ''],
	];
	return rows.filter(([, value]) => value !== '');
}

function time(at: string): Markup {
	const words = new Date(at).toLocaleString('en-GB', {
		dateStyle: 'medium',
		timeStyle: 'long',
		timeZone: 'UTC',
	});
	return html`<time datetime="${at}">${words}</time>`;
}

function count(mails: number): string {
	return mails === 1 ? '1 mail' : `${mails} mails`;
}
