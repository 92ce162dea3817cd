/** How the words of a clause differ from the published ones. */
export interface Difference {
	/** The clause; empty where only the order of the clauses differs. */
	readonly id: string;
	/** The published words where they differ, with a few around them; none where the clause is new. */
	readonly was?: string;
	/** The words as they are now; none where the clause is gone. */
	readonly is?: string;
}

const heading = /^(#{2,}) [\d.]+ (.*) \{\/\* #(\S+) \*\/\}$/;

/** Where two canonical texts differ, clause by clause in the order of the published one. */
export function differences(published: readonly string[], now: readonly string[]): Difference[] {
	const [old, is] = [clauses(published), clauses(now)];
	const gone = [...old].flatMap(([id, lines]): Difference[] => {
		const today = is.get(id);
		if (today === undefined) return [{ id, was: excerpt(lines.trim().split(/\s+/)) }];
		return today === lines ? [] : [{ id, ...changed(lines, today) }];
	});
	const come = [...is].flatMap(([id, lines]): Difference[] =>
		old.has(id) ? [] : [{ id, is: excerpt(lines.trim().split(/\s+/)) }],
	);
	const found = [...gone, ...come];
	return found.length > 0 || published.join('\n') === now.join('\n') ? found : [{ id: '' }];
}

/** The text of each clause by id, its number left out, because a clause before it may shift that. */
function clauses(lines: readonly string[]): Map<string, string> {
	const found = new Map<string, string>();
	let current = '';
	for (const line of lines) {
		const [, level, title, id] = heading.exec(line) ?? [];
		if (id !== undefined) current = id;
		const words = id === undefined ? line : `${level} ${title}`;
		found.set(current, `${found.get(current) ?? ''}${words}\n`);
	}
	return found;
}

/** How many words around a difference are shown. */
const around = 2;

function changed(published: string, now: string): Required<Omit<Difference, 'id'>> {
	const [oldLines, isLines] = parted(published.trim().split('\n'), now.trim().split('\n'));
	const words = (lines: readonly string[]) => lines.join(' ').split(/\s+/).filter(Boolean);
	const [was, is] = parted(words(oldLines), words(isLines), around);
	return { was: excerpt(was), is: excerpt(is) };
}

/** Both lists without what they share at their starts and ends, but for so many entries of it. */
function parted<T>(a: readonly T[], b: readonly T[], rest = 0): [readonly T[], readonly T[]] {
	const head = common(a, b);
	const tail = common(a.slice(head).reverse(), b.slice(head).reverse());
	const cut = (list: readonly T[]) =>
		list.slice(Math.max(0, head - rest), list.length - Math.max(0, tail - rest));
	return [cut(a), cut(b)];
}

function common<T>(a: readonly T[], b: readonly T[]): number {
	const end = a.findIndex((word, index) => word !== b[index]);
	return end === -1 ? a.length : end;
}

/** Enough of the words to find them by. */
const excerpt = (words: readonly string[]): string =>
	words.length > 24
		? `${words.slice(0, 16).join(' ')} … ${words.slice(-6).join(' ')}`
		: words.join(' ').trim();
