import { expect, test } from '@playwright/test';
import { position, source } from '#src/policies/check/source/source.ts';
import { printed } from '#src/policies/check/print/print.ts';
import { isError } from '#src/policies/problem.ts';
import { changed, type Files, found, mended, type Mistake } from '../../catalogue/change.ts';
import { harmless } from '../../catalogue/harmless/harmless.ts';
import { mistakes } from '../../catalogue/mistakes/mistakes.ts';

/** Where a mistake is expected, as `file:line:column`. */
function expected({ file, at }: Mistake, files: Files): string {
	const text = (files[file] ?? '').replace(/^\ufeff/, '');
	if (at === undefined) return `${file}:1:1`;
	const start = text.indexOf(at.replace('¦', ''));
	expect(start, `${file} holds ${at}`).not.toBe(-1);
	const { line, column } = position(source(file, text), start + Math.max(at.indexOf('¦'), 0));
	return `${file}:${line}:${column}`;
}

/** Words of compilers, stacks and places that no editor knows. */
const foreign =
	/\bat .*\(.*:\d+:\d+\)|node_modules|\bdist\/|\boxc\b|satteri|\bmdx-jsx|\bYAML(?:Parse)?Error|zod|undefined|\[object|NaN/i;

for (const [subject, list] of Object.entries(mistakes))
	test.describe(subject, () => {
		for (const mistake of list)
			test(`${mistake.name} is caught at its place and cured`, () => {
				const files = changed(mistake.change);
				const problems = found(files);
				const told = problems.map(
					({ id, file, line, column }) => `${id} ${file}:${line}:${column}`,
				);
				expect(told).toContain(`${mistake.id} ${expected(mistake, files)}`);
				const own = problems.find(({ id }) => id === mistake.id);
				const texts = new Map(
					Object.entries(files).map(([path, text]) => [path, source(path, text)]),
				);
				for (const one of problems) expect(printed(one, texts)).not.toMatch(foreign);
				expect(own?.cure).not.toBe('');
				if (mistake.byHand) return;
				expect(problems.flatMap(({ edits = [] }) => edits)).not.toEqual([]);
				const after = found(
					mended(
						files,
						problems.flatMap(({ edits = [] }) => edits),
					),
				);
				expect(after.map(({ id }) => id)).not.toContain(mistake.id);
				expect(after.filter(isError).map(({ id, message }) => `${id} ${message}`)).toEqual([]);
			});
	});

/** A text with the line ends of Windows. */
const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');

const places = (files: Files): string[] =>
	found(files).map(({ id, file, line, column }) => `${id} ${file}:${line}:${column}`);

test('the same is said of every text with the line ends of Windows', () => {
	const changes = [
		...Object.values(mistakes)
			.flat()
			.map(({ name, change }) => [name, change] as const),
		...harmless,
	];
	for (const [name, change] of changes) {
		const files = changed(change);
		const others = Object.entries(files).map(([path, text]) => [
			path,
			/\.(?:mdx|yaml|json|ts|astro)$/.test(path) ? crlf(text) : text,
		]);
		expect(places(Object.fromEntries(others)), name).toEqual(places(files));
	}
});

for (const [name, change] of harmless)
	test(`${name}: nothing is said`, () => {
		expect(
			found(changed(change)).map(
				({ id, file, line, message }) => `${id} ${file}:${line} ${message}`,
			),
		).toEqual([]);
	});
