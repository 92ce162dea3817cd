import fc from 'fast-check';
import {
	type Block,
	type Document,
	joined,
	type Run,
	type Style,
} from '#src/policies/text/document.ts';

/** Policies of several clauses, and what an editor does to them: the pairs that a redline is tried on. */
const vocabulary =
	'we keep your data for six years because the law asks us to and you may ask for a copy at any time by post or e-mail unless a court says otherwise £10 30 days must not'.split(
		' ',
	);
const style = fc.constantFrom<Style>(
	...[
		{},
		{},
		{},
		{},
		{ strong: true as const },
		{ em: true as const },
		{ href: '/a/' },
		{ href: '/b/' },
	],
);
const sentence: fc.Arbitrary<Run[]> = fc
	.tuple(fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 12 }), style)
	.map(([words, look]) => [{ ...look, text: `${words.join(' ')}.` }]);
const runs: fc.Arbitrary<Run[]> = fc
	.array(sentence, { minLength: 1, maxLength: 4 })
	.map((all) =>
		joined(all.flatMap((own, index) => [...(index > 0 ? [{ text: ' ' }] : []), ...own])),
	);

const paragraph = runs.map((own): Block[] => [block('paragraph', 0, own)]);
const list = fc
	.tuple(fc.boolean(), fc.array(fc.tuple(runs, fc.boolean()), { minLength: 1, maxLength: 5 }))
	.map(([numbered, items]): Block[] =>
		items.map(([own, deep], index) => {
			const depth = deep && index > 0 ? 2 : 1;
			return block(depth === 2 || !numbered ? 'bullet' : 'number', depth, own);
		}),
	);
const table = fc
	.tuple(
		fc.integer({ min: 1, max: 3 }),
		fc.integer({ min: 1, max: 4 }),
		fc.array(sentence, { minLength: 16, maxLength: 16 }),
	)
	.map(([width, height, cells]): Block[] =>
		Array.from({ length: height + 1 }, (_, row) =>
			block(
				row === 0 ? 'head' : 'row',
				0,
				Array.from({ length: width }, (__, column) => [
					...(column > 0 ? [{ text: '\t' }] : []),
					...(cells[(row * width + column) % 16] ?? []),
				]).flat(),
			),
		),
	);

const block = (kind: Block['kind'], depth: number, own: readonly Run[]): Block => ({
	kind,
	depth,
	runs: joined(own),
	anchors: [],
	...(kind === 'number' && { marker: { type: '1' as const, form: '.' as const, value: 1 } }),
});

/** Numbers as they come, one more than the item before, and no item deeper than one below the item around it. */
function counted(blocks: readonly Block[]): Block[] {
	const counts: number[] = [];
	let open = 0;
	return blocks.map((own) => {
		const item = own.kind === 'bullet' || own.kind === 'number';
		const depth = item ? Math.min(own.depth, open + 1) : Math.min(own.depth, open);
		open = depth;
		counts.length = item ? depth + 1 : depth;
		if (own.kind === 'bullet') counts[depth] = 0;
		if (!own.marker) return { ...own, depth };
		counts[depth] = (counts[depth] ?? 0) + 1;
		return { ...own, depth, marker: { ...own.marker, value: counts[depth] ?? 1 } };
	});
}

const content = fc
	.array(fc.oneof({ arbitrary: paragraph, weight: 3 }, list, table), { maxLength: 5 })
	.map((all) => counted(all.flat()));

/** A policy of up to six clauses. */
export const policy: fc.Arbitrary<Document> = fc
	.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 1 })
	.chain((ids) =>
		fc.tuple(
			...ids.map((id) =>
				fc.record({
					id: fc.constant(id),
					level: fc.constantFrom(2 as const, 2 as const, 3 as const),
					title: sentence,
					blocks: content,
				}),
			),
		),
	);

const edits = [
	'word',
	'split',
	'join',
	'move',
	'carry',
	'drop',
	'shape',
	'row',
	'column',
	'clause',
	'level',
	'link',
] as const;
const edit = fc.tuple(
	fc.constantFrom(...edits),
	fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 }), fc.nat({ max: 99 })),
);

/** A policy and what became of it after up to eight edits. */
export const edited: fc.Arbitrary<readonly [Document, Document]> = fc
	.tuple(policy, fc.array(edit, { maxLength: 8 }))
	.map(([before, list]) => [
		before,
		list.reduce<Document>((now, [what, dice]) => apply(now, what, dice), before),
	]);

type Dice = readonly [number, number, number];

function apply(document: Document, what: (typeof edits)[number], [a, b, c]: Dice): Document {
	const at = a % Math.max(1, document.length);
	const { [at]: clause } = document;
	if (!clause) return document;
	if (what === 'clause') return document.toSpliced(at, 1).toSpliced(b % document.length, 0, clause);
	if (what === 'level') return document.with(at, { ...clause, level: clause.level === 2 ? 3 : 2 });
	const { blocks } = clause;
	const place = b % Math.max(1, blocks.length);
	const { [place]: own } = blocks;
	if (!own) return document;
	const put = (next: readonly Block[]) => document.with(at, { ...clause, blocks: counted(next) });
	const lines = own.kind === 'head' || own.kind === 'row';
	switch (what) {
		case 'word':
			return put(blocks.with(place, { ...own, runs: changed(own.runs, c) }));
		case 'link':
			return put(
				blocks.with(place, {
					...own,
					runs: joined(own.runs.map((run) => (run.href ? { ...run, href: '/c/' } : run))),
				}),
			);
		case 'split':
			return lines ? document : put(blocks.toSpliced(place, 1, ...halves(own)));
		case 'join': {
			const { [place + 1]: next } = blocks;
			if (!next || lines || next.kind !== own.kind) return document;
			return put(
				blocks.toSpliced(place, 2, {
					...own,
					runs: joined([...own.runs, { text: ' ' }, ...next.runs]),
				}),
			);
		}
		case 'drop':
			return own.kind === 'head' ? document : put(blocks.toSpliced(place, 1));
		case 'move':
			return lines
				? document
				: put(blocks.toSpliced(place, 1).toSpliced(c % blocks.length, 0, own));
		case 'carry':
			return lines ? document : carried(document, at, { place, to: c % document.length });
		case 'shape':
			return lines
				? document
				: put(
						blocks.with(
							place,
							block(own.kind === 'bullet' ? 'number' : 'bullet', Math.max(1, own.depth), own.runs),
						),
					);
		case 'row':
			return own.kind === 'row'
				? put(blocks.toSpliced(place, 0, { ...own, runs: changed(own.runs, c) }))
				: document;
		default:
			return put(widened(blocks, place));
	}
}

function carried(
	document: Document,
	at: number,
	{ place, to }: { place: number; to: number },
): Document {
	const { [at]: from } = document;
	const { [to]: goal } = document;
	const own = from?.blocks[place];
	if (!from || !goal || !own || to === at) return document;
	return document.with(at, { ...from, blocks: counted(from.blocks.toSpliced(place, 1)) }).with(to, {
		...goal,
		blocks: counted([...goal.blocks, { ...own, depth: own.kind === 'paragraph' ? 0 : 1 }]),
	});
}

/** Another word in place of one. */
function changed(runs: readonly Run[], dice: number): Run[] {
	const { length } = runs;
	return joined(
		runs.map((run, index) => {
			if (index !== dice % length || run.text === '\t') return run;
			const words = run.text.split(' ');
			return {
				...run,
				text: words
					.with(dice % words.length, vocabulary[dice % vocabulary.length] ?? 'new')
					.join(' '),
			};
		}),
	);
}

function halves(own: Block): Block[] {
	const cut = own.runs.findIndex(({ text }) => text === ' ');
	const at = cut === -1 ? -1 : cut;
	if (at < 1) return [own];
	return [
		{ ...own, runs: own.runs.slice(0, at) },
		{ ...own, runs: own.runs.slice(at + 1) },
	];
}

/** One more column in the table at a place. */
function widened(blocks: readonly Block[], place: number): Block[] {
	const head = blocks.slice(0, place + 1).findLastIndex(({ kind }) => kind === 'head');
	if (head === -1) return [...blocks];
	const end = blocks.findIndex(({ kind }, index) => index > head && kind !== 'row');
	return blocks.map((own, index) =>
		index >= head && (end === -1 || index < end)
			? { ...own, runs: joined([...own.runs, { text: '\tnew' }]) }
			: own,
	);
}
