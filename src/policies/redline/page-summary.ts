import type { BlockChange, Redline } from './changes.ts';
import { countChanges, isOtherLink, passages } from './counts.ts';
import { wordCounts } from './summary.ts';
import { changedTerms } from './terms.ts';

/** How many changed terms a line names. */
const mostTerms = 8;

/** What happened from one version to another, in a line: `2 clauses changed, 14 words added; terms changed: 30 days → 14 days.` */
export function pageSummary(redline: Redline): string {
	const { changed, added, removed, moved, words } = countChanges(redline);
	const counts = [
		[changed, 'changed'],
		[added, 'added'],
		[removed, 'removed'],
		[moved, 'moved'],
	] as const;
	const clauses = counts.flatMap(([count, what]) =>
		count > 0 ? [`${count} ${count === 1 ? 'clause' : 'clauses'} ${what}`] : [],
	);
	const parts = [...clauses, ...smaller(redline), ...wordCounts(words)].join(', ');
	if (!parts) return '';
	const terms = termWords(redline);
	return `${parts}${terms && `; terms changed: ${terms}`}.`;
}

/** What is neither a clause nor a word: passages that moved, links with another target. */
function smaller(redline: Redline): string[] {
	const edits = redline.flatMap(passages).flat();
	const ways = redline.flatMap(({ blocks }) => blocks.flatMap(waysOf));
	const moves = ways.filter((way) => ['up', 'down', 'clause'].includes(way)).length;
	const links = edits.filter(isOtherLink).length;
	return [
		...(moves > 0 ? [`${moves} ${moves === 1 ? 'passage' : 'passages'} moved`] : []),
		...(moves < ways.length ? ['some text split, joined or set differently'] : []),
		...(links > 0 ? [`${links} ${links === 1 ? 'link' : 'links'} changed`] : []),
	];
}

function termWords(redline: Redline): string {
	const pairs = redline
		.flatMap(changedTerms)
		.flatMap(({ was, is }) => (was && is ? [`${was} → ${is}`] : []));
	const all = [...new Set(pairs)];
	const rest = all.length - mostTerms;
	return all.slice(0, mostTerms).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** How the passages of a block that stood elsewhere came here; a row of a table is one. */
function waysOf({ cells }: BlockChange): string[] {
	const edits = cells.flatMap((cell) => cell.edits);
	const ways = edits.flatMap((edit) => (edit.op === 'moved' ? [edit.from.way] : []));
	return cells.length > 1 ? ways.slice(0, 1) : ways;
}
