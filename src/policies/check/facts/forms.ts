import type { Problem } from '../../problem.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import type { Source } from '../source/source.ts';
import { type Literal, type Node, type Program, readProgram } from './literals.ts';
import { shapeMistakes } from './shapes.ts';

/** What is wrong in the forms: each field held to the types of `field.ts`, and its hint to its limit. */
export function formMistakes(files: readonly Source[]): Problem[] {
	const programs = files.map((file) => ({ file, program: readProgram(file) }));
	const types = programs.find(({ file }) => file.path.endsWith('/field.ts'))?.program.interfaces;
	const field = types?.get('Field');
	return programs.flatMap(({ file, program }) => [
		...program.problems,
		...emptyWords(file, program),
		...addresses(file, program),
		...(types && field ? fields(file, program, { types, field }) : []),
	]);
}

interface Types {
	readonly types: ReadonlyMap<string, Node>;
	readonly field: Node;
}

function fields(file: Source, { values }: Program, { types, field }: Types): Problem[] {
	const entries = values.get('fields')?.entries;
	const alias = field.typeAnnotation as Node | undefined;
	if (!entries || !alias) return [];
	const all = [...entries.values()].map(({ held }) => held);
	return [
		...[...entries].flatMap(([key, { held }]) => [
			...shapeMistakes(file, { literal: held, type: alias, key }, types),
			...limits(file, held),
			...autocomplete(file, held),
			...choices(file, held),
		]),
		...twice(file, all, 'label'),
	];
}

/** What browsers know how to fill in, of what a form may ask. */
const fillable = [
	...['on', 'off', 'name', 'given-name', 'family-name', 'honorific-prefix', 'nickname'],
	...['organization', 'organization-title', 'email', 'tel', 'tel-national', 'url', 'username'],
	...['street-address', 'address-line1', 'address-line2', 'address-level1', 'address-level2'],
	...['postal-code', 'country', 'country-name', 'bday', 'language', 'one-time-code'],
];

function autocomplete(file: Source, { entries }: Literal): Problem[] {
	const held = entries?.get('autocomplete')?.held;
	if (typeof held?.value !== 'string' || held.value === '' || fillable.includes(held.value))
		return [];
	const near = nearest(held.value, fillable);
	const edits = near === undefined ? undefined : [put(file, held.span, `'${near}'`)];
	const values = {
		value: held.value,
		near: near ?? 'a word that the standard for forms knows, such as name',
	};
	return [problem([file, held.span], 'form-autocomplete', values, edits)];
}

/** The addresses of a form start at the site's root. */
function addresses(file: Source, { values }: Program): Problem[] {
	return [...values.values()].flatMap(({ entries }) =>
		['page', 'action', 'challenge', 'sent'].flatMap((key) => {
			const held = entries?.get(key)?.held;
			if (!entries?.has('fields') || typeof held?.value !== 'string') return [];
			if (held.value.startsWith('/') || held.value === '') return [];
			const fixed = `/${held.value}`;
			const values = { value: held.value, fixed };
			return [
				problem([file, held.span], 'form-address', values, [put(file, held.span, `'${fixed}'`)]),
			];
		}),
	);
}

function limits(file: Source, { entries }: Literal): Problem[] {
	const limit = entries?.get('limit')?.held;
	const hint = entries?.get('hint')?.held;
	if (typeof limit?.value !== 'number') return [];
	if (limit.value < 1) return [problem([file, limit.span], 'form-limit', { value: limit.value })];
	const found =
		typeof hint?.value === 'string' ? /(\d[\d,.]*) (?:characters|letters)/.exec(hint.value) : null;
	const said = Number(found?.[1]?.replace(/[,.]/g, '') ?? limit.value);
	if (!hint || said === limit.value) return [];
	return [
		problem([file, hint.span], 'form-hint', {
			said: found?.[1] ?? '',
			limit: limit.value.toLocaleString('en-GB'),
		}),
	];
}

function choices(file: Source, { entries }: Literal): Problem[] {
	const list = entries?.get('choices')?.held;
	if (!list?.items) return [];
	const count = list.items.length;
	const few = count < 2 ? [problem([file, list.span], 'form-choices', { count })] : [];
	return [...few, ...twice(file, list.items, 'value'), ...twice(file, list.items, 'label')];
}

function twice(file: Source, all: readonly Literal[], key: string): Problem[] {
	const found = all.map((one) => one.entries?.get(key)?.held);
	return found.flatMap((held, index) => {
		if (typeof held?.value !== 'string' || held.value === '') return [];
		const first = found.findIndex((other) => other?.value === held.value);
		return first < index
			? [problem([file, held.span], 'fact-twice', { key, value: held.value })]
			: [];
	});
}

/** Words for visitors that are empty, wherever they stand. */
function emptyWords(file: Source, { values }: Program): Problem[] {
	const walk = (key: string, { value, span, entries, items }: Literal): Problem[] => {
		if (value === '') return [problem([file, span], 'fact-empty', { key })];
		const inner = [...(entries ?? [])].flatMap(([name, { held }]) => walk(name, held));
		return [...inner, ...(items ?? []).flatMap((item) => walk(key, item))];
	};
	return [...values]
		.filter(([name]) => name !== 'fields')
		.flatMap(([name, held]) => (held.entries ? walk(name, held) : []));
}
