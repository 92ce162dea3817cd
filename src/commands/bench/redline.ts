import { readFolder } from '#src/policies/read.ts';
import { accepted, rejected } from '#src/policies/redline/apply-changes.ts';
import { countChanges } from '#src/policies/redline/counts.ts';
import { compare } from '#src/policies/redline/redline.ts';
import { canonical } from '#src/policies/text/canonical.ts';
import type { Block, Document } from '#src/policies/text/document.ts';

const rounds = 5;
const seed = 20_261_123;

/** Two versions to compare, and how long that may take. */
interface Case {
	readonly name: string;
	/** Milliseconds of processor time; left out where nothing is promised. */
	readonly most?: number;
	/** The versions at the size of the name, and at several times that. */
	readonly make: (times: number) => readonly [before: Document, after: Document];
}

const cases: readonly Case[] = [
	{ name: 'the own policies, 85 kB, an edit in every fifth block', make: scattered },
	{ name: '800 paragraphs, a third of their words rewritten', most: 300, make: paragraphs(1 / 3) },
	{ name: '800 paragraphs, all strangers to those before', most: 300, make: paragraphs(1) },
	{
		name: 'a sentence of 8,000 words, a fifth of them rewritten',
		most: 300,
		make: sentence(1 / 5),
	},
	{ name: 'a sentence of 8,000 words, all of them rewritten', most: 300, make: sentence(1) },
	{ name: 'a table of 800 rows, a cell of every third changed', most: 300, make: rows },
	{ name: 'a list of 800 items, sorted anew', most: 300, make: sorted },
];

/** Compares long versions, prints the processor time of each, and how it grows when they are four times as long. */
export async function run(): Promise<void> {
	const units = [1, 4] as const;
	console.log('redline: processor time in milliseconds, the median of five');
	for (const { name, most, make } of cases) {
		const [single = 0, fourfold = 0] = units.map((times) => median(make(times)));
		const [before, after] = make(1);
		const changes = compare(before, after);
		const right =
			canonical(accepted(changes)) === canonical(after) &&
			canonical(rejected(changes)) === canonical(before);
		const { added, removed } = countChanges(changes).words;
		const promise = most === undefined ? '' : ` (at most ${most})`;
		console.log(`  ${name}: ${single.toFixed(0)}${promise}`);
		console.log(
			`    four times as long: ${(fourfold / single).toFixed(1)} times; ${added} words added, ${removed} removed; both texts come out right: ${right ? 'yes' : 'NO'}`,
		);
	}
}

function median([before, after]: readonly [Document, Document]): number {
	const times = Array.from({ length: rounds }, () => {
		const start = process.cpuUsage();
		compare(before, after);
		const { user, system } = process.cpuUsage(start);
		return (user + system) / 1000;
	});
	return times.toSorted((a, b) => a - b)[rounds >> 1] ?? 0;
}

/** The same numbers below a limit at every run (Park and Miller). */
function dice(): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % below;
	};
}

const vocabulary = Array.from({ length: 600 }, (_, index) => `word${index.toString(36)}`);

const words = (count: number, roll: ReturnType<typeof dice>): string[] =>
	Array.from({ length: count }, () => vocabulary[roll(vocabulary.length)] ?? '');

const rewritten = (text: readonly string[], share: number, roll: ReturnType<typeof dice>) =>
	text.map((word) => (roll(1000) < share * 1000 ? (words(1, roll)[0] ?? '') : word));

const clause = (blocks: readonly Block[]): Document => [
	{ id: 'long', level: 2, title: [{ text: 'Long' }], blocks },
];

const block = (kind: Block['kind'], text: string, depth = 0): Block => ({
	...{ kind, depth, anchors: [] },
	runs: [{ text }],
});

function paragraphs(share: number): Case['make'] {
	return (times) => {
		const roll = dice();
		const before = Array.from({ length: 800 * times }, () => words(60, roll));
		const after = before.map((text) => rewritten(text, share, roll));
		const document = (texts: readonly string[][]) =>
			clause(texts.map((text) => block('paragraph', `${text.join(' ')}.`)));
		return [document(before), document(after)];
	};
}

function sentence(share: number): Case['make'] {
	return (times) => {
		const roll = dice();
		const before = words(8000 * times, roll);
		const after = rewritten(before, share, roll);
		return [
			clause([block('paragraph', `${before.join(' ')}.`)]),
			clause([block('paragraph', `${after.join(' ')}.`)]),
		];
	};
}

function rows(times: number): readonly [Document, Document] {
	const roll = dice();
	const before = Array.from({ length: 800 * times }, () => words(4, roll));
	const after = before.map((cells, at) => (at % 3 === 0 ? cells.with(2, 'other') : cells));
	const table = (all: readonly string[][]) =>
		clause(all.map((cells, at) => block(at === 0 ? 'head' : 'row', cells.join('\t'))));
	return [table(before), table(after)];
}

function sorted(times: number): readonly [Document, Document] {
	const roll = dice();
	const before = Array.from({ length: 800 * times }, () => words(8, roll).join(' '));
	const list = (items: readonly string[]) => clause(items.map((text) => block('bullet', text, 1)));
	return [list(before), list(before.toSorted())];
}

/** The site's own policies, clause after clause, until there are 85 kB of them, and the same with edits. */
function scattered(times: number): readonly [Document, Document] {
	const own = readFolder('src/content/policies').policies.flatMap(
		({ versions }) => versions[0]?.document ?? [],
	);
	const long: Document[number][] = [];
	for (let round = 0; Buffer.byteLength(canonical(long)) < 85_000 * times; round++)
		long.push(...own.map((one) => ({ ...one, id: `${one.id}-${round}` })));
	let count = 0;
	const edited = long.map((one) => ({
		...one,
		blocks: one.blocks.map((own) => (count++ % 5 > 0 ? own : swapped(own))),
	}));
	return [long, edited];
}

const swapped = (own: Block): Block => ({
	...own,
	runs: own.runs.map((run) => ({
		...run,
		text: run.text.replace(/ (\w+) (\w+)/, ' $2 changed $1'),
	})),
});
