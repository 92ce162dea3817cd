import fc from 'fast-check';
import {
	type Block,
	type Document,
	joined,
	type Run,
	type Style,
} from '#src/policies/text/document.ts';
import type { Marker } from '#src/policies/text/markers.ts';

/** Random policies with everything that a policy may hold, as parsing makes them. */
const words = fc
	.array(
		fc.constantFrom(
			'data',
			'we',
			'keep',
			'(b)',
			'A.',
			'*',
			'1.',
			'<b>',
			'{x}',
			'[y]',
			'e.g.',
			'~',
			'#',
			'|',
			'_a_',
			'—',
			':',
			'>',
			'+',
		),
		{
			minLength: 1,
			maxLength: 5,
		},
	)
	.map((parts) => parts.join(' '));
const style = fc.constantFrom<Style>(
	...[{}, {}, {}, { strong: true as const }, { em: true as const }, { strike: true as const }],
	...[{ code: true as const }, { href: '/a/' }, { href: '/b/', strong: true as const }],
);
const runs: fc.Arbitrary<Run[]> = fc
	.array(fc.tuple(words, style), { minLength: 1, maxLength: 4 })
	.map((parts) =>
		joined(parts.flatMap(([text, look], index) => [{ text: index ? ' ' : '' }, { ...look, text }])),
	);
const plainBlock = runs.map((own): Tree => ({
	block: { kind: 'paragraph', depth: 0, runs: own, anchors: [] },
	inside: [],
}));

interface Tree {
	readonly block: Block;
	readonly inside: readonly Tree[];
}

const table = fc
	.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
	.map(([columns, rows]): Tree[] =>
		Array.from({ length: rows + 1 }, (_, row) => ({
			inside: [],
			block: {
				kind: row === 0 ? 'head' : 'row',
				depth: 0,
				anchors: [],
				runs: joined(
					Array.from({ length: columns }, (_, column) => [
						{ text: column ? '\t' : '' },
						{ text: `c${row}${column}` },
					]).flat(),
				),
			},
		})),
	);

const { trees } = fc.letrec<{ trees: Tree[]; list: Tree[]; quote: Tree[] }>((tie) => ({
	trees: fc
		.array(
			fc.oneof(
				{ maxDepth: 3 },
				plainBlock.map((tree) => [tree]),
				table,
				tie('list'),
				tie('quote'),
			),
			{ minLength: 1, maxLength: 3 },
		)
		.map((all) => all.flat()),
	list: fc
		.tuple(
			fc.constantFrom<Omit<Marker, 'value'> | undefined>(
				undefined,
				undefined,
				{ type: '1', form: '.' },
				{ type: '1', form: ')' },
			),
			fc.integer({ min: 1, max: 9 }),
			fc.array(fc.tuple(runs, fc.oneof({ maxDepth: 2 }, fc.constant([]), tie('trees'))), {
				minLength: 1,
				maxLength: 3,
			}),
		)
		.map(([marker, start, items]) =>
			items.map(([own, inside], index) => ({
				inside,
				block: {
					...{
						kind: marker ? ('number' as const) : ('bullet' as const),
						depth: 1,
						runs: own,
						anchors: [],
					},
					...(marker && { marker: { ...marker, value: start + index } }),
				},
			})),
		),
	quote: fc
		.tuple(runs, fc.oneof({ maxDepth: 2 }, fc.constant([]), tie('trees')))
		.map(([own, inside]) => [
			{ inside, block: { kind: 'quote' as const, depth: 1, runs: own, anchors: [] } },
		]),
}));

/** Trees one after the other, so that no two lists of one kind touch: Markdown would make one of them. */
function flat(all: readonly Tree[], depth = 0): Block[] {
	return all.flatMap(({ block, inside }, index) => {
		const before = all[index - 1]?.block;
		const touches =
			before &&
			before.kind === block.kind &&
			before.depth === block.depth &&
			block.kind !== 'paragraph' &&
			block.kind !== 'row';
		const goes =
			touches && block.marker && before.marker && block.marker.value === before.marker.value + 1;
		const between: Block[] =
			touches && !goes && block.kind !== 'bullet'
				? [{ kind: 'paragraph', depth, runs: [{ text: 'between' }], anchors: [] }]
				: [];
		const own = { ...block, depth: block.depth + depth };
		return [...between, own, ...flat(inside, own.depth)];
	});
}

/** A policy of one clause with blocks of every kind, as deep as they come. */
export const anyDocument: fc.Arbitrary<Document> = trees.map((all) => [
	{ id: 'a', level: 2, title: [{ text: 'A' }], blocks: flat(all) },
]);
