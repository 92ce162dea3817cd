import { expect, test } from '@playwright/test';
import { parts } from '#src/policies/feeds/archive.ts';
import { atom, jsonFeed } from '#src/policies/feeds/feed-formats.ts';
import { type Entry, entries } from '#src/policies/feeds/feed.ts';
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
	expect(entry?.html).toContain(
		'<p><strong>Before:</strong> We answer within 30 days.</p><p><strong>Now:</strong> We answer within ten working days.</p>',
	);
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
	expect(all('published')).toHaveLength(list.length);
	for (const instant of [...all('updated'), ...all('published')])
		expect(instant).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
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

test('an entry says the same when a reader keeps nothing but the words', () => {
	for (const { html } of feed('2027-02-01', { editorial: true })) {
		expect(html).not.toMatch(
			/<(ins|del|span|div|abbr|iframe|style)\b|\s(class|id|style|role|title)=/,
		);
		expect(html.replace(/<[^>]*>/g, ' ')).not.toContain('30 ten working');
	}
});

const made = (count: number): Entry[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `tag:${count - index}`,
		date: `2026-01-${String(((count - index) % 28) + 1).padStart(2, '0')}`,
		...{ title: 'x', link: '/x/', html: '<p>x</p>' },
	}));
const ids = (list: readonly Entry[]) => list.map(({ id }) => Number(id.slice(4)));

test('a feed holds the newest 30 entries, and archives of 30 hold the others', () => {
	expect(parts(made(30)).archives).toEqual([]);
	const { newest, archives } = parts(made(95));
	expect(ids(newest)).toEqual(Array.from({ length: 30 }, (_, index) => 95 - index));
	expect(archives.map((one) => one.length)).toEqual([30, 30, 30]);
	expect(new Set([newest, ...archives].flatMap(ids)).size).toBe(95);
});

test('an archive never changes when entries are added', () => {
	const before = parts(made(95)).archives.map(ids);
	const after = parts(made(131)).archives.map(ids);
	expect(after.slice(0, before.length)).toEqual(before);
	expect(after.length).toBeGreaterThan(before.length);
});

test('an archive says that it is one and leads to the feed and its neighbours (RFC 5005)', () => {
	const links = { current: '/feed.xml', previous: '/feed/1.xml', next: '/feed/3.xml' };
	const xml = atom({ ...channel, self: '/feed/2.xml', ...links }, made(2));
	expect(xml).toContain(
		'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0"',
	);
	expect(xml).toContain('<fh:archive/>');
	expect(xml).toContain(`<id>${site}/feed.xml</id>`);
	for (const [rel, path] of [
		['self', '/feed/2.xml'],
		['current', '/feed.xml'],
		['prev-archive', '/feed/1.xml'],
		['next-archive', '/feed/3.xml'],
	])
		expect(xml).toContain(`<link rel="${rel}" type="application/atom+xml" href="${site}${path}"/>`);
	expect(atom({ ...channel, previous: '/feed/1.xml' }, made(2))).not.toContain('fh:');
	const json = JSON.parse(jsonFeed({ ...channel, previous: '/feed/1.json' }, made(2)));
	expect(json.next_url).toBe(`${site}/feed/1.json`);
});

test('what happens to many policies on one day is one entry', () => {
	const [rules] = readPolicies('tests/corpus').map((policy) => publish(policy, '2024-09-01'));
	if (!rules) throw new Error('tests/corpus holds the reading room rules');
	const many = (count: number) => {
		const policies = Array.from({ length: count }, (_, index) => ({
			...rules,
			slug: `room-${index}`,
		}));
		return entries({ policies, site, editorial: true });
	};
	expect(many(9)).toHaveLength(27);
	const [entry, ...rest] = many(60);
	expect(rest).toHaveLength(2);
	expect(entry?.id).toBe('tag:www.example.org,2026:@2024-09-01/in-force');
	expect(entry?.title).toBe('60 policies: new versions in force');
	expect(entry?.html).toContain('<li><a href="/room-49/2024-09-01/changes/">');
	expect(entry?.html).toContain('<p>And 10 more: <a href="/">all policies</a>.</p>');
});
