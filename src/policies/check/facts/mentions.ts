import type { Problem } from '../../problem.ts';
import { distance } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import { position, type Span } from '../source/source.ts';
import type { Text } from '../words/text.ts';
import type { Company, Fact } from './company.ts';

/** What a text says of the company that `src/company.ts` does not say. */
export const mentions = (text: Text, company: Company): Problem[] => [
	...numbers(text, company),
	...mails(text, company),
	...postal(text, company),
	...names(text, company),
];

const placeOf = ({ file }: Company, { literal }: Fact): string => {
	const { line, column } = position(file, literal.span[0]);
	return `${file.path}:${line}:${column}`;
};

const digits = (words: string): string => words.replace(/\D/g, '').replace(/^44/, '0');

/** The fact that a value is nearest to, by the letters that differ. */
function closest(value: string, facts: readonly Fact[], letters = (words: string) => words) {
	const far = facts.map((fact) => ({ fact, away: distance(letters(value), letters(fact.value)) }));
	return far.toSorted((a, b) => a.away - b.away)[0];
}

function numbers({ file, plain, body }: Text, company: Company): Problem[] {
	const found = plain
		.slice(body[0])
		.matchAll(/(?<![\w/.#:+-])(?:\+44|0)[\d() -]{8,14}\d(?![\w-])/g);
	return [...found].flatMap(({ 0: number, index }) => {
		const near = closest(number, company.numbers, digits);
		const start = body[0] + index;
		const span: Span = [start, start + number.length];
		if (!near || !/^\d{10,11}$/.test(digits(number)) || near.away === 0) return [];
		const place = placeOf(company, near.fact);
		if (near.away > 3)
			return [problem([file, span], 'mention-number-other', { found: number, place })];
		const fixed = near.fact.value;
		return [
			problem([file, span], 'mention-number', { found: number, fixed, place }, [
				put(file, span, fixed),
			]),
		];
	});
}

function mails({ file, plain, body }: Text, company: Company): Problem[] {
	const found = plain.slice(body[0]).matchAll(/(?<![\w.:+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g);
	return [...found].flatMap(({ 0: mail, index }) => {
		const near = closest(mail.toLowerCase(), company.mails);
		if (!near || near.away === 0) return [];
		const own =
			mail.split('@')[1]?.endsWith('clara.net') || mail.split('@')[1]?.startsWith('claranet');
		if (near.away > 4 && !own) return [];
		const start = body[0] + index;
		const span: Span = [start, start + mail.length];
		const [fixed, place] = [near.fact.value, placeOf(company, near.fact)];
		return [
			problem([file, span], 'mention-mail', { found: mail, fixed, place }, [
				put(file, span, fixed),
			]),
		];
	});
}

/** The company's address: where its street and a postcode, or its postcode and a street, stand together. */
function postal({ file, plain, body }: Text, company: Company): Problem[] {
	const [street, town, code] = company.address;
	if (!street || !town || !code) return [];
	const whole = `${street.value}, ${town.value} ${code.value}`;
	return [...plain.slice(body[0]).matchAll(addresses(street.value, code.value))].flatMap(
		({ 0: found, index }) => {
			const said = found.replace(/\s+/g, ' ');
			if (said === whole) return [];
			const start = body[0] + index;
			const span: Span = [start, start + found.length];
			const wrong = firstWrong(said, [street, town, code]) ?? street;
			const values = { found: said, fixed: whole, place: placeOf(company, wrong) };
			return [problem([file, span], 'mention-address', values, [put(file, span, whole)])];
		},
	);
}

const loosely = (words: string): string => words.replace(/ /g, '\\s*');

function addresses(street: string, code: string): RegExp {
	const road = loosely(street.replace(/^\d+\w?\s+/, ''));
	const number = '(?:\\d+[A-Za-z]?\\s+)';
	const town = '(?:,?\\s*[A-Z][a-z]+(?: [A-Z][a-z]+)?)?,?\\s*';
	const behind =
		'(?:,\\s*[A-Z][a-z]+,?\\s+[A-Z\\d]{2,4}\\s?[A-Z\\d]{3}\\b|,\\s*[A-Z][a-z]+\\b|\\s+[A-Z]{1,2}\\d[A-Z\\d]?\\s*\\d[A-Z]{2}\\b)';
	return new RegExp(
		`${number}?${road}${behind}|${number}(?:[A-Z][a-z]+ ?)+${town}${loosely(code)}\\b|${number}${road}\\b(?<!${loosely(street)})`,
		'g',
	);
}

const firstWrong = (found: string, facts: readonly Fact[]): Fact | undefined =>
	facts.find(({ value }) => !found.includes(value));

function names({ file, plain, body }: Text, { names: known }: Company): Problem[] {
	const values = known.map(({ value }) => value);
	const first = values[0]?.split(' ')[0];
	if (first === undefined) return [];
	const pattern = new RegExp(`\\b${first}\\s+\\p{L}+\\b`, 'giu');
	return [...plain.slice(body[0]).matchAll(pattern)].flatMap(({ 0: found, index }) => {
		const said = found.replace(/\s+/g, ' ');
		if (values.includes(said)) return [];
		const meant = values.find(
			(value) => value.toLowerCase() === said.toLowerCase() || near(value, said),
		);
		if (meant === undefined) return [];
		const start = body[0] + index;
		const span: Span = [start, start + found.length];
		return [
			problem([file, span], 'mention-name', { found: said, fixed: meant }, [
				put(file, span, meant),
			]),
		];
	});
}

/** Whether one name is the other with a letter or two wrong. */
const near = (value: string, said: string): boolean =>
	said.length > 10 && /\s\p{Lu}/u.test(said) && distance(value, said) <= 2;
