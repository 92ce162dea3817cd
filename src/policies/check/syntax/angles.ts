import { problem, put } from '../source/report.ts';
import type { Span } from '../source/source.ts';
import { loose } from './loose.ts';
import type { Scan } from './state.ts';
import { tag } from './tags.ts';

/** Reads what a `<` opens; gives the offset behind it. */
export function angle(state: Scan, at: number): number {
	const { text } = state.file;
	const rest = text.slice(at, at + 400);
	if (rest.startsWith('<!--')) return comment(state, at);
	const address = /^<((?:https?:\/\/|mailto:|tel:)?[^\s<>]*[@:.][^\s<>]*)>/i.exec(rest);
	if (address && state.dialect === 'page' && /^<(?:[a-z]+:|[^\s<>"=]+@)/i.test(rest))
		return link(state, at, address);
	if (address && /^<(?:[a-z]+:|[^\s<>"=]+@)/i.test(rest)) return at + address[0].length;
	if (/^<\/?[A-Za-z]/.test(rest) || rest.startsWith('<>') || rest.startsWith('</>'))
		return tag(state, at);
	if (/^<{7} /.test(rest)) return at + 7;
	if (/^<\s/.test(rest) || rest === '<') return at + 1;
	const found = /^<[^\s<]*(?:\s+[^\s<]+)?/.exec(rest)?.[0] ?? '<';
	return loose(state, at, found);
}

function comment(state: Scan, at: number): number {
	const { file, end, problems } = state;
	const close = file.text.indexOf('-->', at);
	const line = file.text.indexOf('\n', at);
	const stop = close !== -1 && close < end ? close + 3 : line === -1 ? end : line;
	const words = file.text.slice(at, stop);
	const inside = words.replace(/^<!--\s*/, '').replace(/\s*(?:-->)?\s*$/, '');
	const fixed = `{/* ${inside.replaceAll('*/', '* /')} */}`;
	const span: Span = [at, at + words.trimEnd().length];
	problems.push(problem([file, span], 'html-comment', { fixed }, [put(file, span, fixed)]));
	state.signs.push(span);
	return stop;
}

function link(state: Scan, at: number, [whole, address = '']: RegExpExecArray): number {
	const { file, problems } = state;
	const words = address.replace(/^(?:mailto|tel):/i, '');
	const target = /^[a-z]+:/i.test(address) ? address : `mailto:${address}`;
	const fixed = `[${words}](${target})`;
	const span: Span = [at, at + whole.length];
	problems.push(problem([file, span], 'angle-link', { fixed }, [put(file, span, fixed)]));
	state.signs.push(span);
	return span[1];
}
