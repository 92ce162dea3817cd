import { expect, test } from '@playwright/test';
import type { Document } from '#src/policies/text/document.ts';
import { plain } from '#src/policies/text/document.ts';
import { blocksHtml, runHtml } from '#src/policies/text/html.ts';
import type { ClauseChange } from '#src/policies/redline/changes.ts';
import { pageSummary } from '#src/policies/redline/page-summary.ts';
import { changesHtml, editsHtml, numberHtml } from '#src/policies/redline/redline-html.ts';
import { redline } from '#src/policies/redline/redline.ts';
import { countChanges } from '#src/policies/redline/counts.ts';
import { summary, untouched } from '#src/policies/redline/summary.ts';
import { changedTerms } from '#src/policies/redline/terms.ts';
import { expectGolden } from '../../golden.ts';
import { type Pair, pairs } from '../../pairs.ts';
import { type Side, sideOf } from './rendered.ts';
import { seen } from './seen.ts';

const shown = ({ before, after }: Pair, side: Side) =>
	redline(before, after)
		.filter(({ was, is }) => (side === 'old' ? was : is))
		.map(({ id, title, blocks }) => [
			id,
			sideOf(editsHtml(title), side),
			sideOf(changesHtml(blocks), side),
		]);

const own = (document: Document) =>
	document.map(({ id, title, blocks }) => [
		id,
		sideOf(title.map(runHtml).join(''), 'new'),
		sideOf(blocksHtml(blocks), 'new'),
	]);

const sorted = (clauses: string[][]) =>
	clauses.toSorted(([a = ''], [b = '']) => a.localeCompare(b));

for (const pair of pairs)
	test(`nothing is lost where this happens: ${pair.what}`, () => {
		expect(sorted(shown(pair, 'new'))).toEqual(sorted(own(pair.after)));
		expect(sorted(shown(pair, 'old'))).toEqual(sorted(own(pair.before)));
	});

test('no element of a page of changes has its class said twice', () => {
	for (const { before, after, what } of pairs)
		for (const { blocks } of redline(before, after))
			expect(changesHtml(blocks), what).not.toMatch(/<[^>]* class="[^"]*"[^>]* class="/);
});

/** What the attribute is in some HTML, wherever it stands. */
const valuesOf = (html: string, attribute: string) =>
	[...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

test('the sign of each footnote leads to one that is on the page of changes', () => {
	for (const { before, after, what } of pairs) {
		const labels = after.flatMap(({ blocks }) => blocks.flatMap(({ label }) => label ?? []));
		const html = redline(before, after)
			.map(({ blocks }) => changesHtml(blocks, new Set(labels)))
			.join('');
		const ids = valuesOf(html, 'id');
		expect(ids, what).toEqual([...new Set(ids)]);
		const signs = valuesOf(html, 'href').filter((href) => href.startsWith('#note:'));
		for (const href of signs) expect(ids, what).toContain(href.slice(1));
	}
});

/** A clause of a page of changes as a reader sees it. */
function clauseLines(change: ClauseChange): string {
	const heading = `## ${seen(`${numberHtml(change)} ${editsHtml(change.title)}`)}`;
	if (untouched(change)) return `${heading}: unchanged`;
	const terms = changedTerms(change).map(({ was, is }) =>
		was && is ? `${was} → ${is}` : was ? `${was} is gone` : `${is} is new`,
	);
	return [
		heading,
		...[summary(change)].filter(Boolean),
		...(terms.length > 0 ? [`Changed terms: ${terms.join('; ')}`] : []),
		seen(changesHtml(change.blocks)),
	].join('\n');
}

for (const [theme, list] of Map.groupBy(pairs, (pair) => pair.theme))
	test(`the pages of changes about ${theme} are as reviewed`, () => {
		const pages = list.map(({ what, before, after }) => {
			const changes = redline(before, after);
			return [`=== ${what}`, pageSummary(changes), ...changes.map(clauseLines)].join('\n');
		});
		expectGolden(`redline-${theme}.txt`, `${pages.join('\n\n')}\n`);
	});

const words = (document: Document): Map<string, string[]> =>
	new Map(
		document.map(({ id, title, blocks }) => {
			const text = [title, ...blocks.map(({ runs }) => runs)].map(plain).join('\n');
			return [id, text.match(/[\p{L}\p{N}]+(?:[’'.,:-][\p{L}\p{N}]+)*/gu) ?? []];
		}),
	);

/** How many words the shortest way from one list to the other takes out and puts in. */
function optimum(old: readonly string[], now: readonly string[]): number {
	let above = new Array<number>(now.length + 1).fill(0);
	for (const word of old) {
		const row = [0];
		now.forEach((other, at) => {
			const kept = word === other ? (above[at] ?? 0) + 1 : 0;
			row.push(Math.max(kept, above[at + 1] ?? 0, row[at] ?? 0));
		});
		above = row;
	}
	return old.length + now.length - 2 * (above.at(-1) ?? 0);
}

/** Pairs in which no text changes its place: what moved is not marked, and a longest common subsequence cannot tell it. */
const still = (pair: Pair) =>
	!/\b(moved|split)\b/.test(pageSummary(redline(pair.before, pair.after)));

for (const [which, list] of [
	['all pairs', pairs],
	['the pairs where nothing moves', pairs.filter(still)],
] as const)
	test(`over ${which}, no more than a tenth more words are marked than the shortest way marks`, () => {
		expect(list.length).toBeGreaterThan(15);
		let [marked, least] = [0, 0];
		for (const { before, after } of list) {
			const { added, removed } = countChanges(redline(before, after)).words;
			marked += added + removed;
			const [old, now] = [words(before), words(after)];
			for (const id of new Set([...old.keys(), ...now.keys()]))
				least += optimum(old.get(id) ?? [], now.get(id) ?? []);
		}
		expect(marked / least, `${marked} words marked, ${least} at least`).toBeLessThanOrEqual(1.1);
	});
