import type { Problem } from '../../problem.ts';
import { problem, put } from '../source/report.ts';
import type { Source } from '../source/source.ts';
import type { Literal } from './literals.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with opening hours: their times, their days, and the words that say both. */
export function hoursMistakes(file: Source, hours: Literal): Problem[] {
	const { from, to } = { from: textAt(hours, 'from'), to: textAt(hours, 'to') };
	const times = [from, to].flatMap((one) =>
		one && !time.test(one.value) ? [notATime(file, one)] : [],
	);
	return [
		...times,
		...(times.length > 0 ? [] : order(file, hours)),
		...dayMistakes(file, hours),
		...wordMistakes(file, hours),
	];
}

interface Told {
	readonly value: string;
	readonly literal: Literal;
}

function textAt({ entries }: Literal, key: string): Told | undefined {
	const literal = entries?.get(key)?.held;
	return typeof literal?.value === 'string' ? { value: literal.value, literal } : undefined;
}

function notATime(file: Source, { value, literal }: Told): Problem {
	const [, hour = '', minute = '00', half = ''] =
		/^\s*(\d{1,2})(?:[.:](\d\d))?\s*([ap]m)?\s*$/i.exec(value) ?? [];
	const shift = /pm/i.test(half) && Number(hour) < 12 ? 12 : 0;
	const fixed = `${String(Number(hour) + shift).padStart(2, '0')}:${minute}`;
	if (hour === '' || !time.test(fixed))
		return problem([file, literal.span], 'hours-time', { value, fixed: '09:00' });
	return problem([file, literal.span], 'hours-time', { value, fixed }, [
		put(file, literal.span, `'${fixed}'`),
	]);
}

function order(file: Source, hours: Literal): Problem[] {
	const { from, to } = { from: textAt(hours, 'from'), to: textAt(hours, 'to') };
	if (from && to) {
		if (from.value < to.value) return [];
		return [problem([file, to.literal.span], 'hours-order', { from: from.value, to: to.value })];
	}
	const one = from ?? to;
	if (!one) return [];
	return [
		problem(
			[file, one.literal.span],
			'hours-half',
			from ? { has: 'from', lacks: 'to' } : { has: 'to', lacks: 'from' },
		),
	];
}

function dayMistakes(file: Source, { entries }: Literal): Problem[] {
	const items = entries?.get('days')?.held.items ?? [];
	return items.flatMap(({ value, span }, index) => {
		const before = items[index - 1]?.value;
		const fine = Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7;
		if (fine && (before === undefined || Number(before) < Number(value))) return [];
		return [problem([file, span], 'hours-day', { value: String(value) })];
	});
}

/** The times and days that the words name, held to the fields beside them. */
function wordMistakes(file: Source, hours: Literal): Problem[] {
	const words = textAt(hours, 'words');
	if (!words) return [];
	const said = [...words.value.matchAll(/\b\d{1,2}[:.]\d\d\b/g)].map(([one]) =>
		one.replace('.', ':').padStart(5, '0'),
	);
	const place = [file, words.literal.span] as const;
	const times = (['from', 'to'] as const).flatMap((key, index) => {
		const own = textAt(hours, key);
		const one = said[index];
		if (
			said.length !== 2 ||
			one === undefined ||
			!own ||
			!time.test(own.value) ||
			own.value === one
		)
			return [];
		return [problem(place, 'hours-words', { said: one, key, value: own.value })];
	});
	return [...times, ...dayWords(place, words.value, hours)];
}

function dayWords(
	place: Parameters<typeof problem>[0],
	words: string,
	{ entries }: Literal,
): Problem[] {
	const range = new RegExp(`(${days.join('|')}) to (${days.join('|')})`).exec(words);
	const items = entries?.get('days')?.held.items;
	if (!items) return [];
	const [first, last] = range
		? [days.indexOf(range[1] ?? ''), days.indexOf(range[2] ?? '')]
		: [0, 6];
	if (!range && !/seven days|every day/i.test(words)) return [];
	const listed = [...words.matchAll(new RegExp(days.join('|'), 'g'))].length;
	if (range && listed > 2) return [];
	const expected = Array.from({ length: last - first + 1 }, (_, index) => first + index + 1).join(
		', ',
	);
	const own = items.map(({ value }) => String(value)).join(', ');
	if (expected === own || last < first) return [];
	return [
		problem(place, 'hours-words', { said: range?.[0] ?? words, key: 'days', value: `[${own}]` }),
	];
}
