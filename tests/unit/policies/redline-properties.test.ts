import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Block, Document } from '#src/policies/text/document.ts';
import { blocksHtml, runHtml } from '#src/policies/text/html.ts';
import { accepted, rejected } from '#src/policies/redline/apply-changes.ts';
import { changesHtml, editsHtml } from '#src/policies/redline/redline-html.ts';
import { redline } from '#src/policies/redline/redline.ts';
import { countChanges } from '#src/policies/redline/counts.ts';
import { untouched } from '#src/policies/redline/summary.ts';
import { anyDocument } from './blocks.ts';
import { edited, policy } from './random-edits.ts';
import { type Side, sideOf } from './rendered.ts';

const pair = fc.oneof(
	{ weight: 4, arbitrary: edited },
	fc.tuple(policy, policy),
	fc.tuple(anyDocument, anyDocument),
);

/** What a page of changes shows of one side, clause by clause. */
const shown = (before: Document, after: Document, side: Side) =>
	redline(before, after)
		.filter(({ was, is }) => (side === 'old' ? was : is))
		.map(({ id, title, blocks }) => ({
			id,
			title: sideOf(editsHtml(title), side),
			words: sideOf(changesHtml(blocks), side),
		}))
		.toSorted((a, b) => a.id.localeCompare(b.id));

/** What the page of a version shows. */
const own = (document: Document) =>
	document
		.map(({ id, title, blocks }) => ({
			id,
			title: sideOf(title.map(runHtml).join(''), 'new'),
			words: sideOf(blocksHtml(blocks), 'new'),
		}))
		.toSorted((a, b) => a.id.localeCompare(b.id));

test('the page without what is marked as removed is the new text, and without what is marked as added the old one', () => {
	fc.assert(
		fc.property(pair, ([before, after]) => {
			expect(shown(before, after, 'new')).toEqual(own(after));
			expect(shown(before, after, 'old')).toEqual(own(before));
		}),
		{ numRuns: 150 },
	);
});

test('accepting every change gives the new text, and rejecting every change the old', () => {
	fc.assert(
		fc.property(pair, ([before, after]) => {
			const changes = redline(before, after);
			expect(accepted(changes)).toEqual(after);
			expect(rejected(changes)).toEqual(before);
		}),
		{ numRuns: 150 },
	);
});

test('equal texts have nothing to show', () => {
	fc.assert(
		fc.property(fc.oneof(policy, anyDocument), (same) => {
			expect(redline(same, structuredClone(same)).every(untouched)).toBe(true);
		}),
	);
});

const clause = (id: string, blocks: Document[number]['blocks']): Document[number] => ({
	...{ id, level: 2, title: [{ text: 'We' }], blocks },
});
const block = (kind: Block['kind'], text: string): Block => ({
	...{ kind, depth: kind === 'bullet' || kind === 'number' ? 1 : 0 },
	...{ runs: [{ text }], anchors: [] },
	...(kind === 'number' && { marker: { type: '1', form: '.', value: 1 } }),
});

/** A row became a paragraph, of which a sentence seems to have gone on to another clause. */
const rowApart: [Document, Document] = [
	[
		clause('a', []),
		clause('b', [
			block('head', 'we.\twe.\twe.'),
			block('row', 'we.\te-mail we.\tany otherwise to post e-mail unless your.'),
		]),
	],
	[
		clause('b', [
			block('paragraph', 'any. we we e-mail ask. we we we we we we for. e-mail your otherwise we.'),
		]),
		clause('a', [block('bullet', 'post otherwise unless we. we.')]),
	],
];

/** An item whose word stands in the new text, but where nothing of the item stayed. */
const nothingStayed: [Document, Document] = [
	[
		clause('a', [
			block('bullet', 'we. days we keep we.'),
			block('bullet', 'we.'),
			block('number', 'because £10 we. says we.'),
			block('number', 'must.'),
		]),
	],
	[clause('a', [block('number', '£10 to. we keep days unless. 30 because. we must because may.')])],
];

test('what one direction adds, the other removes', () => {
	fc.assert(
		fc.property(pair, ([before, after]) => {
			const { added, removed, words, ...rest } = countChanges(redline(before, after));
			expect({
				...{ ...rest, added: removed, removed: added },
				words: { added: words.removed, removed: words.added },
			}).toEqual(countChanges(redline(after, before)));
		}),
		{ numRuns: 150, examples: [[rowApart], [nothingStayed]] },
	);
});
