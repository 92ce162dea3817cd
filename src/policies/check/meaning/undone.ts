import type { Problem } from '../../problem.ts';
import { type Clause, plain } from '../../text/document.ts';
import type { Readable, Ruled } from '../clauses/ruled.ts';
import { problem } from '../source/report.ts';
import { lineSpan } from '../source/source.ts';
import { find } from '../words/find.ts';

/** Whether a version would bring back words that a version between had replaced, without a word about it. */
export function undone({ versions }: Ruled, index: number): Problem[] {
	const one = versions[index];
	const before = versions[index - 1];
	const older = versions[index - 2];
	if (!one || !before || !older || one.published) return [];
	const noted = new Set(one.version.changes.map(({ clause }) => clause));
	return one.version.document.flatMap((clause) => {
		if (noted.has(clause.id)) return [];
		const [was, newer] = [clauseOf(older, clause.id), clauseOf(before, clause.id)];
		const lost = was && newer ? lostWords(was, newer, clause) : undefined;
		return lost === undefined ? [] : [told(one, before, { clause, ...lost })];
	});
}

const clauseOf = ({ version }: Readable, id: string): Clause | undefined =>
	version.document.find((clause) => clause.id === id);

const blocksOf = ({ blocks }: Clause): string[] =>
	blocks.map(({ runs }) => plain(runs).replaceAll('\t', ' | '));

interface Lost {
	readonly what: string;
	/** The words that the newer version has in their place, or took out. */
	readonly words: string;
	/** The old words as this version has them; absent where it lacks the newer ones. */
	readonly back?: string;
}

/** The words that a newer version put in or took out, where a later one stands as if it never had. */
function lostWords(was: Clause, newer: Clause, now: Clause): Lost | undefined {
	const [old, changed, own] = [blocksOf(was), blocksOf(newer), blocksOf(now)];
	const added = changed.filter((words) => !old.includes(words) && !own.includes(words));
	const removed = old.filter((words) => !changed.includes(words));
	const back = removed.find((words) => own.includes(words));
	const [words] = added;
	if (back !== undefined)
		return words === undefined
			? { what: 'took these words out', words: '', back }
			: { what: 'changed these words', words, back };
	const kept = removed.length === 0 && old.every((one) => own.includes(one));
	return kept && words !== undefined ? { what: 'added words here', words } : undefined;
}

function told(
	one: Readable,
	before: Readable,
	{ clause, what, words, back }: Lost & { readonly clause: Clause },
): Problem {
	const head = one.heads.find(({ ids: [first] }) => first?.id === clause.id);
	const found =
		head && back !== undefined
			? find(one.text, head.clause, back.replaceAll(' | ', ' '))
			: undefined;
	const place = found ? lineSpan(one.file, found[0]) : (head?.span ?? one.front.at(['kind']));
	return problem([one.file, place], 'undone', {
		date: before.version.date,
		what,
		words: words || 'without them',
	});
}
