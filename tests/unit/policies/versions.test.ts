import { expect, test } from '@playwright/test';
import { folderOf, showsDrafts, today } from '#src/policies/versions/clock.ts';
import { parse } from '#src/policies/text/parse.ts';
import { fingerprint } from '#src/policies/versions/fingerprint.ts';
import { inWords, plusDays } from '#src/policies/versions/dates.ts';
import { comparisons, lineage } from '#src/policies/versions/lineage.ts';
import { readPolicies } from '#src/policies/read.ts';
import { tombstones } from '#src/policies/versions/tombstones.ts';
import { inForce, onShow, publish, publishAll } from '#src/policies/versions/versions.ts';

const [rules] = readPolicies('tests/corpus');
if (!rules) throw new Error('tests/corpus holds the reading room rules');

const states = (day: string, drafts = false) =>
	publish(rules, day, { drafts }).editions.map(({ date, state }) => `${date} ${state}`);

test('what applies follows from the dates alone', () => {
	expect(states('2024-07-19')).toEqual(['2024-01-15 in force']);
	expect(states('2024-07-20')).toEqual(['2024-01-15 in force', '2024-09-01 upcoming']);
	expect(states('2024-08-31')).toEqual(['2024-01-15 in force', '2024-09-01 upcoming']);
	expect(states('2024-09-01')).toEqual(['2024-01-15 superseded', '2024-09-01 in force']);
});

test('nobody sees a version before it is announced, except where drafts are shown', () => {
	expect(states('2026-10-31').at(-1)).toBe('2026-01-05 in force');
	expect(states('2026-11-01').at(-1)).toBe('2027-02-01 upcoming');
	expect(states('2026-10-31', true).slice(-2)).toEqual(['2027-02-01 draft', '2027-09-01 draft']);
});

test('a draft never comes into force, however late it gets', () => {
	expect(states('2031-01-01').at(-1)).toBe('2027-02-01 in force');
	expect(states('2031-01-01', true).at(-1)).toBe('2027-09-01 draft');
	expect(inForce(publish(rules, '2023-12-31'))).toBeUndefined();
});

test('a policy shows what is in force, before that what comes first, and a draft only where drafts show', () => {
	const shown = (day: string, drafts = false) => {
		const edition = onShow(publish(rules, day, { drafts }));
		return edition && `${edition.date} ${edition.state}`;
	};
	expect(shown('2024-07-20')).toBe('2024-01-15 in force');
	expect(shown('2024-01-14')).toBeUndefined();
	expect(shown('2024-01-14', true)).toBe('2027-09-01 draft');
	const { versions } = rules;
	const early = {
		...rules,
		versions: versions.map((one) => ({ ...one, announced: '2024-01-01' })),
	};
	expect(onShow(publish(early, '2024-01-14'))).toMatchObject({
		date: '2024-01-15',
		state: 'upcoming',
	});
});

test('a policy of which nobody may see anything is not among the policies', () => {
	expect(publishAll([rules], '2024-01-14')).toEqual([]);
	expect(publishAll([rules], '2024-01-14', { drafts: true })).toHaveLength(1);
	expect(publishAll([rules], '2024-01-15')).toHaveLength(1);
});

test('previews and tests may show another folder of policies', () => {
	expect(folderOf({})).toBe('src/content/policies');
	expect(folderOf({ POLICY_FOLDER: 'tests/corpus' })).toBe('tests/corpus');
});

for (const [instant, day] of [
	['2026-12-31T23:59:59Z', '2026-12-31'],
	['2027-01-01T00:00:00Z', '2027-01-01'],
	['2026-03-28T23:59:59Z', '2026-03-28'],
	['2026-03-29T22:59:59Z', '2026-03-29'],
	['2026-03-29T23:00:00Z', '2026-03-30'],
	['2026-10-24T22:59:59Z', '2026-10-24'],
	['2026-10-24T23:00:00Z', '2026-10-25'],
	['2026-10-25T23:30:00Z', '2026-10-25'],
] as const)
	test(`in London ${instant} is on ${day}`, () => {
		expect(today({}, 'Europe/London', new Date(instant))).toBe(day);
	});

test('POLICY_TODAY sets the day', () => {
	expect(today({ POLICY_TODAY: '2026-06-30' }, 'Europe/London')).toBe('2026-06-30');
});

test('drafts show at work and in previews, never on the site itself', () => {
	expect(showsDrafts({}, true)).toBe(true);
	expect(showsDrafts({ CONTEXT: 'deploy-preview' }, false)).toBe(true);
	expect(showsDrafts({ CONTEXT: 'branch-deploy' }, false)).toBe(true);
	expect(showsDrafts({ CONTEXT: 'production' }, false)).toBe(false);
	expect(showsDrafts({}, false)).toBe(false);
});

test('days are counted across months and leap years', () => {
	expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
	expect(plusDays('2027-01-01', -1)).toBe('2026-12-31');
	expect(inWords('2026-11-23')).toBe('23 November 2026');
});

test('a published edition never has a draft for its neighbour', () => {
	const policy = publish(rules, '2026-11-23', { drafts: true });
	const upcoming = policy.editions.find(({ state }) => state === 'upcoming');
	const draft = policy.editions.at(-1);
	expect(upcoming && lineage(policy, upcoming).after).toBeUndefined();
	expect(draft && lineage(policy, draft).before).toBe(upcoming);
});

test('every pair of up to twelve editions is compared, and neighbours only beyond', () => {
	const policy = publish(rules, '2026-11-23');
	const [edition] = policy.editions;
	const pairs = (count: number) => {
		const editions = edition ? Array.from({ length: count }, () => edition) : [];
		return comparisons({ ...policy, editions }).length;
	};
	expect(pairs(12)).toBe(66);
	expect(pairs(13)).toBe(12);
});

test('a removed clause leaves a tombstone, unless its anchor lives on in another', () => {
	const policy = publish(rules, '2026-11-23');
	const stones = (day: string) => {
		const edition = policy.editions.find(({ date }) => date === day);
		return edition && tombstones(policy, edition);
	};
	expect(stones('2025-06-01')).toEqual([]);
	expect(stones('2026-01-05')).toEqual([
		expect.objectContaining({
			id: 'lockers',
			title: [{ text: 'Lockers' }],
			last: '2025-06-01',
			removed: '2026-01-05',
			see: [expect.objectContaining({ id: 'conduct' })],
			note: 'The lockers were taken away.',
		}),
	]);
});

test('a fingerprint changes with the words of its clauses, and not with their numbers or with others', () => {
	const of = (text: string) => fingerprint(parse(text, 'version').document, ['b', 'c']);
	const own = '## B {/* #b */}\n\nTwo.\n\n### C {/* #c */}\n\nThree.\n';
	expect(of(`## A {/* #a */}\n\nOne.\n\n${own}`)).toBe(of(own));
	expect(of(own.replace('Three', '3'))).not.toBe(of(own));
	expect(of(own.replace('## B', '## Bee'))).not.toBe(of(own));
});
