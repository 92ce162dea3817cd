import { expect, test } from '@playwright/test';
import { atom, jsonFeed } from '#src/policies/feeds/feed-formats.ts';
import { entries } from '#src/policies/feeds/feed.ts';
import { readPolicies } from '#src/policies/read.ts';
import { publish } from '#src/policies/versions/versions.ts';

const site = 'https://www.example.org';
const channel = { title: 'Rules & more', author: 'A library', site, self: '/feed.xml', home: '/' };

function feed(today: string, { editorial = false, drafts = false } = {}) {
	const policies = readPolicies('tests/corpus').map((policy) => publish(policy, today, { drafts }));
	return entries({ policies, site, editorial });
}
const told = (...args: Parameters<typeof feed>) =>
	feed(...args).map(({ id }) => id.replace(/^.*room@/, ''));

test('a material version is told when it is announced and when it comes into force', () => {
	expect(told('2024-07-19')).toEqual(['2024-01-15/in-force']);
	expect(told('2024-07-20')).toEqual(['2024-09-01/announced', '2024-01-15/in-force']);
	expect(told('2024-09-01')).toEqual([
		...['2024-09-01/in-force', '2024-09-01/announced', '2024-01-15/in-force'],
	]);
});

test('a change of wording is told in the feed of everything only', () => {
	expect(told('2025-01-10')).not.toContain('2025-01-10/in-force');
	expect(told('2025-01-10', { editorial: true })).toContain('2025-01-10/in-force');
});

test('no feed tells of a draft', () => {
	expect(told('2031-01-01', { editorial: true, drafts: true }).join()).not.toContain('2027-09-01');
});

test('an entry holds the notes, the changed sentences and where to read on', () => {
	const [entry] = feed('2026-11-01');
	expect(entry?.id).toBe('tag:www.example.org,2026:reading-room@2027-02-01/announced');
	expect(entry?.link).toBe('/reading-room/2027-02-01/changes/');
	expect(entry?.html).toContain(
		'<li>We answer within ten working days. Thirty days were too long.</li>',
	);
	expect(entry?.html).toContain('<a href="/reading-room/2027-02-01/#complaints">9 Complaints</a>');
	expect(entry?.html).toContain('We answer within <del>30</del> <ins>ten working</ins> days.');
	expect(entry?.html).not.toContain('If you are unhappy');
});

test('the same policies on the same day give the same bytes', () => {
	expect(atom(channel, feed('2026-11-23'))).toBe(atom(channel, feed('2026-11-23')));
	expect(atom(channel, feed('2026-11-23'))).toBe(atom(channel, feed('2027-01-31')));
});

test('the Atom feed keeps to RFC 4287', () => {
	const list = feed('2026-11-23', { editorial: true });
	const xml = atom(channel, list);
	const all = (tag: string) =>
		[...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, text]) => text);
	expect(xml).toMatch(
		/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/,
	);
	expect(all('id')).toHaveLength(list.length + 1);
	expect(new Set(all('id')).size).toBe(list.length + 1);
	expect(all('title')[0]).toBe('Rules &amp; more');
	expect(all('updated')).toHaveLength(list.length + 1);
	expect(all('updated')[0]).toBe(all('updated').toSorted().at(-1));
	for (const instant of all('updated')) expect(instant).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
	expect(xml.match(/<author><name>/g)).toHaveLength(1);
	expect(xml).toContain(
		'<link rel="self" type="application/atom+xml" href="https://www.example.org/feed.xml"/>',
	);
	expect(xml.match(/<content type="html">/g)).toHaveLength(list.length);
	expect(xml).not.toMatch(/href=(&quot;|")[/#]/);
	expect(xml.replace(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
});

test('the JSON Feed keeps to version 1.1', () => {
	const list = feed('2026-11-23');
	const json = JSON.parse(jsonFeed({ ...channel, self: '/feed.json' }, list));
	expect(json).toMatchObject({
		version: 'https://jsonfeed.org/version/1.1',
		title: 'Rules & more',
		home_page_url: 'https://www.example.org/',
		feed_url: 'https://www.example.org/feed.json',
	});
	for (const [index, item] of json.items.entries()) {
		expect(item.id).toBe(list[index]?.id);
		expect(item.url).toMatch(/^https:\/\/www\.example\.org\/reading-room\/\d{4}/);
		expect(item.content_html).not.toMatch(/href="[/#]/);
		expect(item.date_published).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
	}
});

test('what a feed reader unpacks from an entry is that entry’s own HTML', () => {
	const entry = {
		id: 'tag:x',
		title: 'Rules',
		date: '2026-11-23',
		link: '/rules/',
		html: '<p>Fees &amp; <b>terms</b> "now"</p>',
	};
	const [, packed = ''] =
		/<content type="html">([\s\S]*?)<\/content>/.exec(atom(channel, [entry])) ?? [];
	expect(packed).not.toMatch(/[<>]/);
	const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
	expect(packed.replace(/&(#?\w+);/g, (_, name: string) => marks[name] ?? '?')).toBe(entry.html);
});
