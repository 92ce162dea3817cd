import type { Problem } from '../../problem.ts';
import { problem, put } from '../source/report.ts';
import type { Source } from '../source/source.ts';

/** What becomes of common signs when UTF-8 is read as Windows-1252. */
const mangled: Readonly<Record<string, string>> = {
	'â€™': '’',
	'â€˜': '‘',
	'â€œ': '“',
	'â€\u009d': '”',
	'â€"': '—',
	'â€“': '–',
	'â€”': '—',
	'â€¦': '…',
	'â€¢': '•',
	'â‚¬': '€',
	'Â£': '£',
	'Â§': '§',
	'Â©': '©',
	'Â\u00a0': ' ',
	'Ã©': 'é',
	'Ã¨': 'è',
	'Ã¼': 'ü',
	'Ã¶': 'ö',
	'Ã¤': 'ä',
	'Ã§': 'ç',
};

/** Signs that take no room and that nobody can see. */
const invisible: Readonly<Record<string, string>> = {
	'\u200b': 'a zero-width blank',
	'\u200e': 'a mark for the direction of writing',
	'\u200f': 'a mark for the direction of writing',
	'\u202a': 'a mark for the direction of writing',
	'\u202b': 'a mark for the direction of writing',
	'\u202c': 'a mark for the direction of writing',
	'\u202d': 'a mark for the direction of writing',
	'\u202e': 'a mark for the direction of writing',
	'\u2060': 'a word joiner',
	'\u2028': 'a line separator',
	'\u00ad': 'a soft hyphen',
	'\ufeff': 'a byte order mark',
};

const any = (list: Readonly<Record<string, string>>) =>
	new RegExp(Object.keys(list).join('|'), 'gu');
const [mangledSigns, invisibleSigns] = [any(mangled), any(invisible)];

/** The name of the first invisible sign in a text, if there is one. */
export const invisibleIn = (text: string): string | undefined => {
	const sign = text.match(invisibleSigns)?.[0] ?? /[\u00a0\u2007\u202f]/.exec(text)?.[0];
	return sign === undefined ? undefined : (invisible[sign] ?? 'a blank that does not break');
};

/** A text without invisible signs. */
export const visible = (text: string): string =>
	text.replace(invisibleSigns, '').replace(/[\u00a0\u2007\u202f]/g, '');

/** Signs of a file that were lost or mangled on the way, or that nobody can see. */
export function characters(file: Source): Problem[] {
	const lost = [...file.text.matchAll(/\ufffd+/g)].map(({ 0: signs, index }) =>
		problem([file, [index, index + signs.length]], 'character-lost', {}),
	);
	const copied = [...file.text.matchAll(mangledSigns)].map(({ 0: found, index }) => {
		const meant = mangled[found] ?? '';
		const span = [index, index + found.length] as const;
		return problem([file, span], 'character-mangled', { found, meant }, [put(file, span, meant)]);
	});
	const unseen = [...file.text.matchAll(invisibleSigns)].map(({ 0: sign, index }) => {
		const span = [index, index + sign.length] as const;
		const name = invisible[sign] ?? '';
		return problem([file, span], 'character-invisible', { name }, [put(file, span, '')]);
	});
	return [...lost, ...copied, ...unseen];
}
