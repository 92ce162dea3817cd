import type { Problem } from '../../problem.ts';
import { problem, put } from '../source/report.ts';
import type { Span } from '../source/source.ts';
import { loose } from './loose.ts';
import { htmlNames, voidNames } from './html-names.ts';
import type { OpenTag, Scan } from './state.ts';

/** The components that hold nothing: one of them that is not closed was meant to close itself. */
const alone = new Set([
	'Phones',
	'Policies',
	'ContactForm',
	'Receipt',
	'CheckText',
	'Commands',
	'Fingerprints',
]);

const shape =
	/^<(\/?)([A-Za-z][\w.-]*)?((?:\s+(?:[^\s"'>{}/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'>{}]+))?|\{[^}]*\}))*)\s*(\/?)>/;
const known = (name: string): boolean => /^[A-Z]/.test(name) || htmlNames.has(name.toLowerCase());

/** Reads the tag at an offset; gives the offset behind it. */
export function tag(state: Scan, at: number): number {
	const { file, end } = state;
	const rest = file.text.slice(at, Math.min(end, at + 2000));
	const found = shape.exec(rest);
	const name = found?.[2] ?? /^<\/?([A-Za-z][\w.-]*)/.exec(rest)?.[1] ?? '';
	if (!known(name) && name !== '' && found?.[1] !== '/') return notATag(state, at, rest);
	if (state.dialect === 'policy') return elsewhere(state, at, found?.[0] ?? '<');
	if (!found) return broken(state, at, name);
	const [whole, slash, , attributes = '', itself] = found;
	const span: Span = [at, at + whole.length];
	state.signs.push(span);
	unquoted(state, at + 1 + name.length, attributes);
	if (slash === '/') close(state, { name, span });
	else if (itself !== '/') open(state, { name, span });
	return span[1];
}

/** A name that no tag has: a placeholder such as `<your name>`, or words behind a sign. */
function notATag(state: Scan, at: number, rest: string): number {
	const { file, problems, tags } = state;
	const [all = '', small = '', more = ''] = /^<([a-z])([A-Za-z]*)/.exec(rest) ?? [];
	const name = `${small.toUpperCase()}${more}`;
	if (all !== '' && (file.text.includes(`</${name}>`) || alone.has(name))) {
		const span: Span = [at + 1, at + all.length];
		const values = { name: `${small}${more}`, names: name };
		problems.push(problem([file, span], 'component-unknown', values, [put(file, span, name)]));
		if (!alone.has(name)) tags.push({ name, span });
		const end = rest.indexOf('>');
		state.signs.push([at, at + end + 1]);
		return at + end + 1;
	}
	const found = /^<[^\s<>]*(?:[^<>\n]{0,30}>)?/.exec(rest)?.[0] ?? '<';
	return loose(state, at, found);
}

/** A policy has no tags; its own parser says what to write in their place. */
function elsewhere(state: Scan, at: number, tag: string): number {
	const { tags, problems, file } = state;
	const span: Span = [at, at + tag.length];
	const name = /^<\/?([A-Za-z][\w.-]*)/.exec(tag)?.[1] ?? '';
	state.signs.push(span);
	if (!tag.startsWith('</') && !tag.endsWith('/>')) tags.push({ name, span });
	else if (tag.startsWith('</')) {
		const open = tags.findLastIndex((one) => one.name === name);
		if (open !== -1) tags.splice(open, 1);
		else problems.push(problem([file, span], 'tag-close', { name }, [put(file, span, '')]));
	}
	return span[1];
}

function open(state: Scan, tag: OpenTag): void {
	const { file, problems, tags } = state;
	const { name, span } = tag;
	if (!voidNames.has(name.toLowerCase())) tags.push(tag);
	else {
		const edits = [put(file, [span[1] - 1, span[1]], ' />')];
		problems.push(problem([file, span], 'tag-empty', { name }, edits));
	}
}

function close({ file, problems, tags }: Scan, { name, span }: OpenTag): void {
	const last = tags.at(-1);
	if (last?.name === name) {
		tags.pop();
		return;
	}
	if (!tags.some((one) => one.name === name)) {
		if (last && last.name.toLowerCase() === name.toLowerCase()) {
			tags.pop();
			const edits = [put(file, span, `</${last.name}>`)];
			problems.push(problem([file, span], 'tag-name', { name, open: last.name }, edits));
		} else problems.push(problem([file, span], 'tag-close', { name }, [put(file, span, '')]));
		return;
	}
	while (tags.length > 0 && tags.at(-1)?.name !== name) {
		const inner = tags.pop();
		if (inner) problems.push(neverClosed(file, inner));
	}
	tags.pop();
}

function neverClosed(file: Scan['file'], { name, span }: OpenTag): Problem {
	if (!alone.has(name)) return problem([file, span], 'tag-open', { name });
	return problem([file, span], 'tag-empty', { name }, [put(file, [span[1] - 1, span[1]], ' />')]);
}

/** The tags that were left open. */
export const unclosed = ({ file, tags, dialect }: Scan): Problem[] =>
	dialect === 'policy' ? [] : tags.map((one) => neverClosed(file, one));

function broken(state: Scan, at: number, name: string): number {
	const { file, problems } = state;
	const line = /^[^\r\n]*/.exec(file.text.slice(at))?.[0] ?? '';
	const quote = openQuote(line);
	if (quote) {
		const { attribute, mark, words } = quote;
		const from = at + quote.index + attribute.length + 1;
		const fixed = `${attribute}=${mark}${words.trimEnd()}${mark}`;
		const stop = from + 1 + words.length;
		const edits = [put(file, [stop, stop], mark)];
		problems.push(problem([file, [from, stop]], 'tag-quotes', { name: attribute, fixed }, edits));
		state.signs.push([at, stop]);
		if (!line.trimEnd().endsWith('/>')) state.tags.push({ name, span: [at, stop] });
		return at + line.length;
	}
	const words = line.trimEnd();
	const end = at + words.length;
	const edits = [put(file, [end, end], alone.has(name) ? ' />' : '>')];
	if (!alone.has(name) && !words.startsWith('</')) state.tags.push({ name, span: [at, end] });
	if (words.startsWith('</') && state.tags.at(-1)?.name === name) state.tags.pop();
	problems.push(problem([file, [at, at + words.length]], 'tag-end', { name }, edits));
	state.signs.push([at, at + words.length]);
	return at + words.length;
}

/** What an attribute holds whose quotation mark is never closed before the end of its tag. */
function openQuote(line: string) {
	const found = /([\w-]+)=(["'])([^"'>]*?)\s*\/?>/.exec(line);
	if (!found) return undefined;
	const [, attribute = '', mark = '', words = ''] = found;
	return { attribute, mark, words, index: found.index };
}

function unquoted({ file, problems }: Scan, from: number, attributes: string): void {
	for (const found of attributes.matchAll(/([^\s"'>{}/=]+)\s*=\s*([^\s"'>{}]+)/g)) {
		const [, name = '', value = ''] = found;
		const start = from + found.index + found[0].length - value.length;
		const fixed = `"${value.replace(/[“”‘’]/g, '')}"`;
		const span: Span = [start, start + value.length];
		problems.push(
			problem([file, span], 'tag-quotes', { name, fixed: `${name}=${fixed}` }, [
				put(file, span, fixed),
			]),
		);
	}
}
