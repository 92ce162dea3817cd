import type { Redline } from './changes.ts';
import { countChanges, wordCounts } from './summary.ts';
import { changedTerms } from './terms.ts';

/** How many changed terms a line names. */
const mostTerms = 8;

/** What happened from one version to another, in a line: `2 clauses changed, 14 words added; terms changed: 30 days → 14 days.` */
export function pageSummary(redline: Redline): string {
	const { changed, added, removed, moved, words } = countChanges(redline);
	const counts = (
		[
			[changed, 'changed'],
			[added, 'new'],
			[removed, 'removed'],
			[moved, 'moved'],
		] as const
	).filter(([count]) => count > 0);
	const clauses = counts.map(([count, what], index) => {
		const noun = index > 0 ? '' : count === 1 ? ' clause' : ' clauses';
		return `${count}${noun} ${what}`;
	});
	const parts = [...clauses, ...wordCounts(words)].join(', ');
	if (!parts) return '';
	const terms = termWords(redline);
	return `${parts}${terms && `; terms changed: ${terms}`}.`;
}

function termWords(redline: Redline): string {
	const pairs = redline
		.flatMap(changedTerms)
		.flatMap(({ was, is }) => (was && is ? [`${was} → ${is}`] : []));
	const all = [...new Set(pairs)];
	const rest = all.length - mostTerms;
	return all.slice(0, mostTerms).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
