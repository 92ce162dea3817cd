import type { Problem } from '../../problem.ts';
import { dialled } from '../links/contacts.ts';
import { problem, put } from '../source/report.ts';
import type { Source } from '../source/source.ts';
import { hoursMistakes } from './hours.ts';
import { type Literal, type Program, readProgram } from './literals.ts';
import { shapeMistakes } from './shapes.ts';

/** A fact with its place. */
export interface Fact {
	readonly value: string;
	readonly literal: Literal;
}

/** The company's facts as far as they can be read. */
export interface Company {
	readonly file: Source;
	readonly problems: readonly Problem[];
	readonly numbers: readonly Fact[];
	readonly mails: readonly Fact[];
	/** Street, town and postcode. */
	readonly address: readonly Fact[];
	readonly names: readonly Fact[];
	readonly site?: Fact;
	readonly timeZone?: Fact;
}

/** Reads `src/company.ts` without running it, and tells what is wrong with it. */
export function readCompany(file: Source): Company {
	const program = readProgram(file);
	const { values, types, interfaces } = program;
	const company = values.get('company');
	const lines = values.get('lines')?.items ?? [];
	const one = (key: string) => factOf(company?.entries?.get(key)?.held);
	const [site, timeZone, mail] = [one('site'), one('timeZone'), one('privacyEmail')];
	const address =
		company?.entries?.get('address')?.held.items?.flatMap((held) => factOf(held) ?? []) ?? [];
	const shapes = [...types].flatMap(([name, type]) => {
		const literal = values.get(name);
		return literal ? shapeMistakes(file, { literal, type, key: name }, interfaces) : [];
	});
	return {
		file,
		problems: [
			...program.problems,
			...shapes,
			...companyMistakes(file, program),
			...lineMistakes(file, lines),
		],
		numbers: lines.flatMap((line) => factOf(line.entries?.get('number')?.held) ?? []),
		mails: mail ? [mail] : [],
		address,
		names: [one('name'), one('legalName')].flatMap((name) => name ?? []),
		...(site && { site }),
		...(timeZone && { timeZone }),
	};
}

const factOf = (literal: Literal | undefined): Fact | undefined =>
	typeof literal?.value === 'string' ? { value: literal.value, literal } : undefined;

const needed = ['name', 'legalName', 'address', 'site', 'privacyEmail', 'timeZone'];
const mailShape = /^[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}$/i;
const postcode = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/;

function companyMistakes(file: Source, { values, problems }: Program): Problem[] {
	const company = values.get('company');
	if (problems.length > 0 || !company?.entries) return [];
	const { entries, span } = company;
	const missing = needed
		.filter((key) => !entries.has(key))
		.map((key) =>
			problem([file, [span[0], span[0] + 1]], 'fact-key-missing', {
				key,
				kind: 'words in quotation marks',
			}),
		);
	const unwritten = [...entries].flatMap(([key, { held }]) =>
		held.value === undefined
			? [problem([file, held.span], 'fact-shape', { key, kind: 'words in quotation marks' })]
			: [],
	);
	const empty = [...entries].flatMap(([key, { held }]) =>
		held.value === '' ? [problem([file, held.span], 'fact-empty', { key })] : [],
	);
	const shapes = [...entries].flatMap(([key, { held }]) => {
		const value = factOf(held)?.value ?? '';
		const place = [file, held.span] as const;
		if (value === '') return [];
		if (key === 'privacyEmail' && !mailShape.test(value))
			return [problem(place, 'fact-mail', { value })];
		if (key === 'site' && !/^https:\/\/[\w-]+(\.[\w-]+)+$/.test(value)) {
			const fixed = `https://${value.replace(/^[a-z]*:?\/*/i, (start) => (/^[a-z]+:?\/\//i.test(start) ? '' : start)).replace(/\/.*$/, '')}`;
			return [problem(place, 'fact-site', { value, fixed }, [put(file, held.span, `'${fixed}'`)])];
		}
		return key === 'timeZone' && !isZone(value) ? [problem(place, 'fact-zone', { value })] : [];
	});
	const last = entries.get('address')?.held.items?.at(-1);
	const code = factOf(last);
	const post =
		last && code && !postcode.test(code.value)
			? [problem([file, last.span], 'fact-postcode', { value: code.value })]
			: [];
	return [...missing, ...unwritten, ...empty, ...shapes, ...post];
}

function isZone(value: string): boolean {
	try {
		return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: value }));
	} catch {
		return false;
	}
}

function lineMistakes(file: Source, lines: readonly Literal[]): Problem[] {
	const twice = ['id', 'number', 'tel'].flatMap((key) => {
		const all = lines.flatMap((line) => factOf(line.entries?.get(key)?.held) ?? []);
		return all.flatMap(({ value, literal }, index) =>
			all.findIndex((other) => other.value === value) < index
				? [problem([file, literal.span], 'fact-twice', { key, value })]
				: [],
		);
	});
	return [...lines.flatMap((line) => numberMistakes(file, line)), ...twice];
}

function numberMistakes(file: Source, line: Literal): Problem[] {
	const number = factOf(line.entries?.get('number')?.held);
	const tel = factOf(line.entries?.get('tel')?.held);
	const hours = line.entries?.get('hours')?.held;
	const times = hours ? hoursMistakes(file, hours) : [];
	if (!number || number.value === '') return times;
	const fixed = dialled(number.value);
	if (fixed === undefined || !/^0[\d ]+$/.test(number.value))
		return [
			...times,
			problem([file, number.literal.span], 'fact-number', { number: number.value }),
		];
	if (!tel || tel.value === '' || tel.value === fixed) return times;
	const values = { tel: tel.value, number: number.value, fixed };
	return [
		...times,
		problem([file, tel.literal.span], 'fact-tel', values, [
			put(file, tel.literal.span, `'${fixed}'`),
		]),
	];
}
