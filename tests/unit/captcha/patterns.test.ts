import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import ts from 'typescript';

/** What runs in the function. */
const sources = ['netlify/functions/**/*.ts', 'src/forms/*.ts', 'src/*.ts'];

interface Found {
	readonly pattern: RegExp;
	readonly where: string;
}

const regExp = (literal: string): RegExp => {
	const end = literal.lastIndexOf('/');
	return new RegExp(literal.slice(1, end), literal.slice(end + 1));
};

/** Every pattern that a source holds, with its line. */
function patternsIn(file: string, source: string): Found[] {
	const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
	const found: Found[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const { line } = parsed.getLineAndCharacterOfPosition(node.getStart());
			found.push({ pattern: regExp(node.text), where: `${file}:${line + 1} ${node.text}` });
		}
		ts.forEachChild(node, visit);
	};
	visit(parsed);
	return found;
}

/** Signs that patterns are often about; each pattern is tried with its own besides. */
const common = ['a', 'A', '1', ' ', '\n', '.', '-', '_', '@', '=', '\u0301', '\ufdfa', '王'];

/** Signs that a pattern tells apart from others: those that stand in it, without its own syntax. */
const signs = ({ source }: RegExp): string[] => [
	...new Set([...common, ...source.replace(/\\[pPu](?:\{[^}]*\}|[\da-f]{4})|\\./g, '')]),
];

/** Texts that make a backtracking pattern lose its way: a part many times, and something at the end that does not fit. */
function hostile(pattern: RegExp, length: number): string[] {
	const all = signs(pattern);
	const parts = [...all, ...all.flatMap((one) => common.map((other) => one + other))];
	return parts.flatMap((part) => {
		const long = part.repeat(length / part.length);
		return [long, `${long}\0`, `\0${long}`];
	});
}

/** Microseconds of processor time for one use of a pattern. */
function timeOf(pattern: RegExp, text: string): number {
	pattern.lastIndex = 0;
	const start = process.cpuUsage();
	text.replace(pattern, '');
	const { user, system } = process.cpuUsage(start);
	return user + system;
}

/** The least of some tries, which a machine that is busy with something else does not move. */
const leastTime = (pattern: RegExp, text: string): number =>
	Math.min(...[1, 2, 3].map(() => timeOf(pattern, text)));

/** Texts of this length, and of so many times that; time in proportion to length grows as much, its square far more. */
const short = 500;
const growth = 16;
const tooMuch = growth * 3;
/** Below this, in microseconds, a pattern is quick whatever its growth. */
const quick = 1_500;

/** Whether some text takes more than in proportion to its length. */
function growsTooFast({ pattern }: Found): boolean {
	const texts = hostile(pattern, short);
	return hostile(pattern, short * growth).some((long, index) => {
		if (timeOf(pattern, long) < quick) return false;
		const time = leastTime(pattern, long);
		return time > Math.max(quick, tooMuch * leastTime(pattern, texts[index] ?? ''));
	});
}

const planted = String.raw`
	const trailing = /[\s.]+$/g;
	const doubled = /^a+a+$/;
	const apart = /a+b/;
	const fine = /^[\s=]*(?:[a-z]+|\d)[\s.]*$/;
`;

test('a pattern whose work grows faster than its text is found', () => {
	const found = patternsIn('planted.ts', planted);
	expect(found.filter(growsTooFast).map(({ where }) => where.split(' ')[0])).toEqual([
		'planted.ts:2',
		'planted.ts:3',
		'planted.ts:4',
	]);
});

const patterns = sources
	.flatMap((pattern) => globSync(pattern))
	.flatMap((file) => patternsIn(file, readFileSync(file, 'utf8')));

test('no pattern of the function does work that grows faster than its text', () => {
	expect(patterns.length).toBeGreaterThan(20);
	expect(patterns.filter(growsTooFast).map(({ where }) => where)).toEqual([]);
});
