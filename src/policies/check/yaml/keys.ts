import type { Problem } from '../../problem.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import type { Source, Span } from '../source/source.ts';
import { dayFrom, isDay } from './days.ts';

type Path = readonly PropertyKey[];

const kinds = ['first', 'material', 'editorial'] as const;

/** What each name holds, for the cure; and a line with it, for the name that is missing. */
const held: Readonly<Record<string, readonly [kind: string, sample: string]>> = {
	kind: ['first, material or editorial', 'kind: material'],
	announced: ['a date such as "2026-11-23"', 'announced: "2026-11-23"'],
	urgent: ['a sentence', 'urgent: The law changes on that day.'],
	changes: ['a list: for each clause its id, what changed and why', 'changes: []'],
	clause: ['the id of a clause', 'clause: retention'],
	what: ['a sentence that says what changed', 'what: Records are kept for less time.'],
	why: ['a sentence that says why', 'why: We need them no longer.'],
	summary: [
		'a list of one to three lines: for each what it says, and the clauses that say it',
		'summary: []',
	],
	says: ['a sentence', 'says: You can ask us what we hold about you.'],
	fingerprint: ['the signs that the check tells', 'fingerprint: "…"'],
	title: ['a few words', 'title: Privacy policy'],
	description: [
		'50 to 160 characters',
		'description: How we use what you tell us, how long we keep it, and what you can ask.',
	],
	leadTimeDays: ['a whole number such as 30', 'leadTimeDays: 30'],
	clauses: ['a list of the clauses by id', 'clauses:'],
	since: ['a date such as "2026-11-23"', 'since: "2026-11-23"'],
	removed: ['a date such as "2026-11-23"', 'removed: "2026-11-23"'],
	see: ['ids in square brackets, such as [rights]', 'see: [rights]'],
	note: ['a sentence', 'note: The law abolished the fee.'],
};

/** What a name holds, in words. */
export const kindOf = (key: string): string => held[key]?.[0] ?? 'words';

/** A line with a name. */
export const sample = (key: string): string => held[key]?.[1] ?? `${key}: …`;

/** The names that may stand in the map at a path, where `top` may stand outermost. */
export function keysAt([first]: Path, top: readonly string[]): readonly string[] {
	if (first === 'changes') return ['clause', 'what', 'why'];
	if (first === 'summary') return ['says', 'clauses', 'fingerprint'];
	if (first === 'clauses') return ['since', 'removed', 'see', 'note'];
	return top;
}

interface Held {
	readonly file: Source;
	readonly held: unknown;
	readonly span: Span;
}

/** What is wrong with what a name holds. */
export function cureOf(key: string, around: Held): Problem {
	const { file, span, held } = around;
	const value = typeof held === 'object' ? file.text.slice(...span) : String(held);
	const place = [file, span] as const;
	if (['announced', 'since', 'removed'].includes(key)) return date(value, around);
	if (key === 'kind') {
		const near = kinds.find((one) => one === value.toLowerCase().trim()) ?? nearest(value, kinds);
		const edits = near === undefined ? undefined : [put(file, span, near)];
		return problem(
			place,
			'kind-unknown',
			{ value, fixed: near ?? 'one of the three kinds' },
			edits,
		);
	}
	if (['clause', 'see', 'clauses'].includes(key) && typeof held === 'string') {
		const fixed = idFrom(value);
		return problem(place, 'clause-name', { value, fixed }, [put(file, span, fixed)]);
	}
	if (key === 'description' && typeof held === 'string')
		return problem(place, 'description-length', { count: held.length });
	if (key === 'leadTimeDays') {
		const days = /^\D*(\d+)\D*$/.exec(value)?.[1];
		const edits = days === undefined ? undefined : [put(file, span, days)];
		return problem(place, 'lead-time', { value }, edits);
	}
	const words = typeof held === 'number' || typeof held === 'boolean';
	const edits = words ? [put(file, span, `"${value}"`)] : undefined;
	return problem(place, 'value-shape', { key, kind: kindOf(key) }, edits);
}

function date(value: string, { file, span }: Held): Problem {
	const shaped = /^\d{4}-\d\d-\d\d$/.test(value);
	if (shaped) return problem([file, span], 'date-never', { value });
	const day = dayFrom(value);
	const fixed = day ?? 'such as "2026-11-23"';
	const edits = day !== undefined && isDay(day) ? [put(file, span, `"${day}"`)] : undefined;
	return problem([file, span], 'date-shape', { value, fixed }, edits);
}

/** An id made from words. */
export function idFrom(words: string): string {
	const parts =
		words
			.toLowerCase()
			.normalize('NFKD')
			.match(/[a-z0-9]+/g) ?? [];
	return parts.join('-').replace(/^[\d-]+/, '') || 'clause';
}
