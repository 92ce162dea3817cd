import type { Entry } from './feed.ts';
import { escapeHtml } from '#src/escape-html.ts';

/** What a feed says about itself; addresses are paths from the root of `site`. */
export interface Channel {
	readonly title: string;
	readonly author: string;
	readonly site: string;
	/** The feed's own address. */
	readonly self: string;
	/** The page it is about. */
	readonly home: string;
	/** For an archive: the feed that it is a part of. */
	readonly current?: string | undefined;
	/** The archives of the entries before and after. */
	readonly previous?: string | undefined;
	readonly next?: string | undefined;
}

/** A day as feeds write instants. */
const instant = (date: string): string => `${date}T00:00:00Z`;

/** What an entry says, with the site before its links: a feed is read elsewhere. */
const content = ({ html, link }: Entry, site: string) =>
	html.replaceAll(/(href|src)="\//g, `$1="${site}/`).replaceAll('href="#', `href="${site}${link}#`);

/** The entries, newest first, as an Atom feed (RFC 4287). */
export function atom(
	{ title, author, site, self, home, ...links }: Channel,
	entries: readonly Entry[],
): string {
	const newest = entries[0]?.date ?? '2026-01-01';
	return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${links.current ? ` xmlns:fh="${history}"` : ''} xml:lang="en-GB">
<id>${site}${links.current ?? self}</id>
<title>${escapeHtml(title)}</title>
<updated>${instant(newest)}</updated>
<author><name>${escapeHtml(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${site}${self}"/>
<link rel="alternate" type="text/html" href="${site}${home}"/>
${archiveLinks(links, site)}${entries.map((entry) => atomEntry(entry, site)).join('')}</feed>
`;
}

const history = 'http://purl.org/syndication/history/1.0';

/** How the parts of a feed lead to one another (RFC 5005). */
function archiveLinks(
	{ current, previous, next }: Pick<Channel, 'current' | 'previous' | 'next'>,
	site: string,
): string {
	const relations = { current, 'prev-archive': previous, 'next-archive': next };
	const links = Object.entries(relations).map(([rel, path]) =>
		path ? `<link rel="${rel}" type="application/atom+xml" href="${site}${path}"/>\n` : '',
	);
	return (current ? '<fh:archive/>\n' : '') + links.join('');
}

const atomEntry = (entry: Entry, site: string): string => `<entry>
<id>${entry.id}</id>
<title>${escapeHtml(entry.title)}</title>
<published>${instant(entry.date)}</published>
<updated>${instant(entry.date)}</updated>
<link rel="alternate" type="text/html" href="${site}${entry.link}"/>
<content type="html">${escapeHtml(content(entry, site))}</content>
</entry>
`;

/** The entries, newest first, as a JSON Feed (version 1.1). */
export function jsonFeed(
	{ title, author, site, self, home, previous }: Channel,
	entries: readonly Entry[],
): string {
	const feed = {
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: site + home,
		feed_url: site + self,
		...(previous && { next_url: site + previous }),
		language: 'en-GB',
		authors: [{ name: author, url: site }],
		items: entries.map((entry) => ({
			id: entry.id,
			url: site + entry.link,
			title: entry.title,
			content_html: content(entry, site),
			date_published: instant(entry.date),
		})),
	};
	return `${JSON.stringify(feed, null, '\t')}\n`;
}
