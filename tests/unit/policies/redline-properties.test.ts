import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Document } from '#src/policies/text/document.ts';
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

test('what one direction adds, the other removes', () => {
	fc.assert(
		fc.property(pair, ([before, after]) => {
			const { added, removed, words, ...rest } = countChanges(redline(before, after));
			expect({
				...{ ...rest, added: removed, removed: added },
				words: { added: words.removed, removed: words.added },
			}).toEqual(countChanges(redline(after, before)));
		}),
		{ numRuns: 150 },
	);
});
