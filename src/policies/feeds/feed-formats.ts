import type { Entry } from './feed.ts';
import { escaped } from '../text/html.ts';

/** What a feed says about itself; addresses are paths from the root of `site`. */
export interface Channel {
	readonly title: string;
	readonly author: string;
	readonly site: string;
	/** The feed's own address. */
	readonly self: string;
	/** The page it is about. */
	readonly home: string;
}

/** A day as feeds write instants. */
const instant = (date: string): string => `${date}T00:00:00Z`;

/** What an entry says, with the site before its links: a feed is read elsewhere. */
const content = ({ html, link }: Entry, site: string) =>
	html.replaceAll('href="/', `href="${site}/`).replaceAll('href="#', `href="${site}${link}#`);

/** The entries, newest first, as an Atom feed (RFC 4287). */
export function atom(
	{ title, author, site, self, home }: Channel,
	entries: readonly Entry[],
): string {
	const newest = entries[0]?.date ?? '2026-01-01';
	return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${site}${self}</id>
<title>${escaped(title)}</title>
<updated>${instant(newest)}</updated>
<author><name>${escaped(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${site}${self}"/>
<link rel="alternate" type="text/html" href="${site}${home}"/>
${entries.map((entry) => atomEntry(entry, site)).join('')}</feed>
`;
}

const atomEntry = (entry: Entry, site: string): string => `<entry>
<id>${entry.id}</id>
<title>${escaped(entry.title)}</title>
<updated>${instant(entry.date)}</updated>
<link rel="alternate" type="text/html" href="${site}${entry.link}"/>
<content type="html">${escaped(content(entry, site))}</content>
</entry>
`;

/** The entries, newest first, as a JSON Feed (version 1.1). */
export function jsonFeed(
	{ title, author, site, self, home }: Channel,
	entries: readonly Entry[],
): string {
	const feed = {
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: site + home,
		feed_url: site + self,
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
