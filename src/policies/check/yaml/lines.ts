import type { Problem } from '../../problem.ts';
import { problem, put } from '../source/report.ts';
import type { Source, Span } from '../source/source.ts';

/** A line of YAML: where it starts in the file, its words, and the names that may stand in such a file. */
interface Line {
	readonly file: Source;
	readonly start: number;
	readonly text: string;
	readonly names: readonly string[];
}

type Rule = (line: Line) => Problem | undefined;

const quoted = (words: string): string =>
	words.includes('"') ? `'${words.replaceAll("'", "''")}'` : `"${words}"`;

const at = ({ file, start }: Line, from: number, to: number): readonly [Source, Span] => [
	file,
	[start + from, start + to],
];

/** What stands behind the colon of a line: where it starts, and its words. */
function writtenValue({ text }: Line): { key: string; from: number; words: string } | undefined {
	const found = /^(\s*(?:- +)?([\w-]+|"[^"]*")\s*:\s+)(\S.*?)\s*$/.exec(text);
	const [, before = '', key = '', words = ''] = found ?? [];
	return found ? { key, from: before.length, words } : undefined;
}

const tab: Rule = (line) => {
	const found = /^ *(\t+)/.exec(line.text);
	if (!found) return undefined;
	const from = found[0].length - (found[1] ?? '').length;
	const blanks = '  '.repeat(found[0].length - from);
	const place = at(line, from, found[0].length);
	return problem(place, 'yaml-tab', {}, [put(line.file, place[1], blanks)]);
};

const dash: Rule = (line) => {
	const found = /^\s*-(?=[A-Za-z]\w*:)/.exec(line.text);
	if (!found) return undefined;
	const place = at(line, found[0].length, found[0].length);
	return problem(place, 'yaml-dash-blank', {}, [put(line.file, place[1], ' ')]);
};

const colonBlank: Rule = (line) => {
	const found = /^(\s*(?:- +)?([A-Za-z][\w-]*):)(\u00a0+|(?=[^\s/:]))/.exec(line.text);
	if (!found) return undefined;
	const [all, { length: from = 0 } = '', key = ''] = found;
	const place = at(line, from, all.length);
	return problem(place, 'yaml-colon-blank', { key }, [put(line.file, place[1], ' ')]);
};

const colonMissing: Rule = (line) => {
	const found = /^(\s*(?:- +)?)([A-Za-z][\w-]*)(\s*[;=：]?\s*)(?=\S|$)/.exec(line.text);
	const [, lead = '', key = '', gap = ''] = found ?? [];
	if (!found || !line.names.includes(key) || line.text[found[0].length] === ':') return undefined;
	const from = lead.length + key.length;
	const place = at(line, from, from + gap.length);
	return problem(place, 'yaml-colon-missing', { key }, [put(line.file, place[1], ': ')]);
};

/** The offset of the quotation mark that closes the one at the start of `words`, or -1. */
function closing(words: string): number {
	const mark = words[0];
	for (let at = 1; at < words.length; at++) {
		if (mark === '"' && words[at] === '\\') at++;
		else if (words[at] === mark) {
			if (mark === "'" && words[at + 1] === mark) at++;
			else return at;
		}
	}
	return -1;
}

const quotes: Rule = (line) => {
	const value = writtenValue(line);
	if (!value || !/^["']/.test(value.words)) return undefined;
	const { words, from } = value;
	const end = closing(words);
	const mark = words[0] ?? '"';
	if (end === -1) {
		const last = from + words.length - (/["'“”‘’]$/.test(words.slice(1)) ? 1 : 0);
		return problem(at(line, from, from + words.length), 'yaml-quote-open', {}, [
			put(line.file, at(line, last, from + words.length)[1], mark),
		]);
	}
	const rest = words.slice(end + 1);
	if (/^\s*(?:$|#)/.test(rest)) return undefined;
	const whole = words.endsWith(mark) ? words.slice(1, -1) : words.slice(1);
	let open = false;
	const curly = whole.replaceAll('"', () => {
		open = !open;
		return open ? '“' : '”';
	});
	const place = at(line, from + end, from + words.length);
	return problem(place, 'yaml-quote-inside', {}, [
		put(line.file, at(line, from, from + words.length)[1], `"${curly}"`),
	]);
};

/** A quotation mark inside braces or brackets that is never closed. */
const quoteInside: Rule = (line) => {
	const value = writtenValue(line);
	if (!value || !/^[[{]/.test(value.words)) return undefined;
	const marks = [...value.words.matchAll(/"/g)];
	const last = marks.at(-1);
	if (!last || marks.length % 2 === 0) return undefined;
	const from = value.from + last.index;
	const words = /^"[^,}\]]*?(?=\s*(?:[,}\]]|$))/.exec(line.text.slice(from))?.[0] ?? '"';
	const end = from + words.length;
	return problem(at(line, from, end), 'yaml-quote-open', {}, [
		put(line.file, at(line, end, end)[1], '"'),
	]);
};

const quoteMissing: Rule = (line) => {
	const value = writtenValue(line);
	const mark = value?.words.at(-1) ?? '';
	if (!value || !/^[^"'[{].*["']$/.test(value.words)) return undefined;
	if (value.words.slice(0, -1).includes(mark)) return undefined;
	const place = at(line, value.from, value.from + value.words.length);
	const start = at(line, value.from, value.from)[1];
	return problem(place, 'yaml-quote-missing', {}, [put(line.file, start, mark)]);
};

const pairs: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

const brackets: Rule = (line) => {
	const plain = line.text.replace(/"(?:\\.|[^"\\])*"|'[^']*'/g, (words) =>
		'x'.repeat(words.length),
	);
	const open: number[] = [];
	for (const { 0: sign, index } of plain.matchAll(/[[\]{}]/g)) {
		if (pairs[sign]) open.push(index);
		else open.pop();
	}
	const from = open[0];
	if (from === undefined || writtenValue(line)?.from !== from) return undefined;
	const character = line.text[from] ?? '';
	const end = line.text.trimEnd().length;
	const close = pairs[character] ?? '';
	return problem(at(line, from, from + 1), 'yaml-bracket', { character, closing: close }, [
		put(line.file, at(line, end, end)[1], character === '{' ? ` ${close}` : close),
	]);
};

const comma: Rule = (line) => {
	const found = /\{[^}]*?(["\w])(\s+)([A-Za-z]\w*):\s/.exec(line.text);
	if (
		!found ||
		/,\s*$/.test(line.text.slice(0, found.index + found[0].length - (found[3]?.length ?? 0) - 2))
	)
		return undefined;
	const word = found[3] ?? '';
	const from = found.index + found[0].lastIndexOf(word);
	if (!/[\w"']\s+$/.test(line.text.slice(0, from))) return undefined;
	const gap = line.text.slice(0, from).trimEnd().length;
	return problem(at(line, from, from + word.length), 'yaml-comma', { word }, [
		put(line.file, at(line, gap, gap)[1], ','),
	]);
};

const firstCharacter: Rule = (line) => {
	const value = writtenValue(line);
	if (
		!value ||
		!/^(?:[@`%&*!]|[[{](?!.*[\]}]\s*(?:#.*)?$)|[\]},]|[|>](?![+-]?\d?\s*$))/.test(value.words)
	)
		return undefined;
	const place = at(line, value.from, value.from + value.words.length);
	const character = value.words[0] ?? '';
	return problem(place, 'yaml-first-character', { character }, [
		put(line.file, place[1], quoted(value.words)),
	]);
};

const colonInWords: Rule = (line) => {
	const value = writtenValue(line);
	const colon = value && /^[^"'[{|>].*?(:)(?:\s|$)/.exec(value.words);
	if (!value || !colon) return undefined;
	const inside = value.from + colon[0].lastIndexOf(':');
	return problem(at(line, inside, inside + 1), 'yaml-colon-in-words', {}, [
		put(line.file, at(line, value.from, value.from + value.words.length)[1], quoted(value.words)),
	]);
};

const rules: readonly Rule[] = [
	tab,
	dash,
	colonBlank,
	quotes,
	quoteInside,
	quoteMissing,
	brackets,
	comma,
	firstCharacter,
	colonInWords,
	colonMissing,
];

/** The lines of a stretch of YAML that cannot be meant, each with its first mistake. */
export function brokenLines(file: Source, [start, end]: Span, names: readonly string[]): Problem[] {
	const found: Problem[] = [];
	let offset = start;
	for (const raw of file.text.slice(start, end).split('\n')) {
		const text = raw.replace(/\r$/, '');
		const line = { file, start: offset, text, names };
		if (/\S/.test(text) && !/^\s*#/.test(text)) {
			for (const rule of rules) {
				const one = rule(line);
				if (one) {
					found.push(one);
					break;
				}
			}
		}
		offset += raw.length + 1;
	}
	return found;
}

/** Words that would be lost behind a `#`, although the YAML can be read. A title may have a remark behind it. */
export function lostWords(file: Source, [start, end]: Span): Problem[] {
	const sentences = 'what|why|description|urgent|note';
	const value = (names: string, hash: string) =>
		new RegExp(`^(\\s*(?:- +)?(?:${names}): +)([^"'|>\\s#][^\\n]*? )(${hash}[^\\r\\n]*)`, 'gm');
	const text = file.text.slice(start, end);
	return [
		...text.matchAll(value(sentences, '#(?=\\s*[^\\s#])')),
		...text.matchAll(value('title', '#(?=[^\\s#])')),
	].map((found) => {
		const [, key = '', words = '', lost = ''] = found;
		const from = start + found.index + key.length;
		const hash = from + words.length;
		return problem([file, [hash, hash + lost.length]], 'yaml-hash', {}, [
			put(file, [from, hash + lost.length], quoted(`${words}${lost}`.trimEnd())),
		]);
	});
}
