import type { z } from 'zod';
import type { Problem } from '../../problem.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import type { Source, Span } from '../source/source.ts';
import { cureOf, keysAt, kindOf, sample } from './keys.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

interface Around {
	readonly file: Source;
	readonly raw: unknown;
	readonly names: readonly string[];
	at(path: Path): Span;
	key(path: Path): Span;
}

/** What a schema did not like, in an editor's words. A misspelt name is not told again as a missing one. */
export function issueProblems(issues: readonly Issue[], around: Around): Problem[] {
	const spelt = issues.flatMap((issue) =>
		issue.code === 'unrecognized_keys' ? misspelt(issue, around) : [],
	);
	const meant = new Set(spelt.flatMap(({ path }) => path));
	const rest = issues.filter(
		({ code, path }) => code !== 'unrecognized_keys' && !meant.has(path.join('.')),
	);
	return [...spelt.map(({ told }) => told), ...rest.map((issue) => value(issue, around))];
}

const inside = (raw: unknown, path: Path): unknown =>
	path.reduce<unknown>(
		(found, key) =>
			typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined,
		raw,
	);

function misspelt(issue: Extract<Issue, { code: 'unrecognized_keys' }>, around: Around) {
	const keys = keysAt(issue.path, around.names);
	const present = Object.keys(Object(inside(around.raw, issue.path)));
	return issue.keys.map((key) => {
		const span = around.key([...issue.path, key]);
		const free = keys.filter((one) => !present.includes(one));
		const near = nearest(key, free) ?? free.find((one) => one.toLowerCase() === key.toLowerCase());
		const place = [around.file, span] as const;
		if (near === undefined) {
			const told = problem(place, 'key-unknown', { key, keys: keys.join(', ') });
			return { told, path: [] };
		}
		const edits = [put(around.file, span, near)];
		const told = problem(place, 'key-misspelt', { key, near }, edits);
		return { told, path: [[...issue.path, near].join('.')] };
	});
}

function value(issue: Issue, around: Around): Problem {
	const { path } = issue;
	const key = String(path.findLast((part) => typeof part === 'string') ?? '');
	const parent = inside(around.raw, path.slice(0, -1));
	const held = inside(around.raw, path);
	if (issue.code === 'invalid_key')
		return cureOf('clause', { ...around, held: String(path.at(-1)), span: around.key(path) });
	const absent =
		typeof parent === 'object' && parent !== null && !Object.hasOwn(parent, path.at(-1) ?? '');
	if (held === undefined && absent && path.length > 0) return missing(path, key, around);
	if (held === null || held === '')
		return problem([around.file, around.key(path)], 'value-empty', { key, kind: kindOf(key) });
	return cureOf(key, { ...around, held, span: around.at(path) });
}

function missing(path: Path, key: string, around: Around): Problem {
	const [start] = around.at(path.slice(0, -1));
	const line = sample(key);
	const first = around.file.text.slice(start);
	const word = /^[\w-]+/.exec(first)?.[0] ?? '';
	return problem([around.file, [start, start + word.length]], 'key-missing', { key, line });
}
