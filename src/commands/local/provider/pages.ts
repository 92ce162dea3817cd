import { escapeHtml } from '#src/escape-html.ts';
import { page } from '../mailbox/pages.ts';
import { type Broadcast, type Contact, type Records, wants } from './records.ts';

const said = (contact: Contact, records: Records): string =>
	records
		.all('topic')
		.filter((topic) => wants(contact, topic))
		.map(({ name }) => name)
		.join(', ') || 'nothing';

const contactItem = (contact: Contact, records: Records): string => {
	const properties = Object.entries(contact.properties).map(([name, value]) => `${name} ${value}`);
	return `<li>${escapeHtml(contact.email)}<br>asked for: ${escapeHtml(said(contact, records))}${
		properties.length > 0 ? `<br>${escapeHtml(properties.join(', '))}` : ''
	}</li>`;
};

const broadcastItem = ({ id, name, subject, status, sent_at }: Broadcast): string => {
	const send = `<form method="post" action="send/${id}"><button>Send “${escapeHtml(name)}”</button></form>`;
	return `<li>${escapeHtml(name)}: ${escapeHtml(subject)}<br>${status === 'draft' ? 'a draft' : `sent ${escapeHtml(sent_at ?? '')}`}${status === 'draft' ? send : ''}</li>`;
};

const list = (items: readonly string[], none: string): string =>
	items.length > 0 ? `<ol>\n${items.join('\n')}\n</ol>` : `<p>${none}</p>`;

/** Who asked for what, and the drafts that a person sends: what the provider's dashboard shows. */
export function contactsPage(records: Records): Response {
	const contacts = records.all('contact').map((one) => contactItem(one, records));
	const broadcasts = records.all('broadcast').map(broadcastItem);
	return page(
		'Who asked for notices',
		`<p><a href="../">All mail</a></p>
${list(contacts, 'Nobody yet. Who confirms the mailed link appears here.')}
<h2>Broadcasts</h2>
${list(broadcasts, 'None yet. <code>npm run policy -- notice</code> makes them.')}`,
	);
}

/** What a contact sees who follows the way out of a broadcast. It changes nothing: programs follow links too. */
export const unsubscribePage = (isOut: boolean): Response =>
	page(
		isOut ? 'You get no more of these' : 'No more of these?',
		isOut
			? '<p>We’ve taken you off.</p>'
			: '<form method="post"><button>Unsubscribe</button></form>',
	);
