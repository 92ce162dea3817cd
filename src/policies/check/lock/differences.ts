/** How the words of a clause differ from the published ones. */
export interface Difference {
	readonly id: string;
	/** The published words where they differ; none where the clause is new. */
	readonly was?: string;
	/** The words as they are now; none where the clause is gone. */
	readonly is?: string;
	/** The words as they are now, with a few around them. */
	readonly context?: string;
}

const heading = /^(#{2,3}) [\d.]+ (.*) \{\/\* #(\S+) \*\/\}$/;

/** Where two canonical texts differ, clause by clause. */
export function differences(published: readonly string[], now: readonly string[]): Difference[] {
	const [old, is] = [clauses(published), clauses(now)];
	const gone = [...old].flatMap(([id, words]): Difference[] => {
		const today = is.get(id);
		if (today === undefined) return [{ id, was: excerpt(words) }];
		return today.join(' ') === words.join(' ') ? [] : [{ id, ...changed(words, today) }];
	});
	const come = [...is].flatMap(([id, words]): Difference[] =>
		old.has(id) ? [] : [{ id, is: excerpt(words) }],
	);
	return [...gone, ...come];
}

/** The words of each clause by id. Its number is left out, because a clause before it may shift that. */
function clauses(lines: readonly string[]): Map<string, string[]> {
	const found = new Map<string, string[]>();
	let current = '';
	for (const line of lines) {
		const [, level, title, id] = heading.exec(line) ?? [];
		if (id !== undefined) current = id;
		const words = id === undefined ? line : `${level} ${title}`;
		found.set(current, [...(found.get(current) ?? []), ...words.split(/\s+/).filter(Boolean)]);
	}
	return found;
}

function changed(published: readonly string[], now: readonly string[]): Required<Omit<Difference, 'id'>> {
	const head = common(published, now);
	const tail = common(published.slice(head).toReversed(), now.slice(head).toReversed());
	const [was, is] = [published.slice(head, published.length - tail), now.slice(head, now.length - tail)];
	const around = now.slice(Math.max(0, head - 2), Math.min(now.length, now.length - tail + 2));
	return { was: excerpt(was), is: excerpt(is), context: around.slice(0, 12).join(' ') };
}

function common(a: readonly string[], b: readonly string[]): number {
	const end = a.findIndex((word, index) => word !== b[index]);
	return end === -1 ? a.length : end;
}

/** Enough of the words to find them by. */
const excerpt = (words: readonly string[]): string =>
	words.length > 24 ? `${words.slice(0, 18).join(' ')} …` : words.join(' ');
