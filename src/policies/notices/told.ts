import type { ClauseChange } from '../redline/changes.ts';
import { text } from '../redline/edits.ts';
import { changedPassages, wordings } from '../redline/excerpts.ts';
import { redline } from '../redline/redline.ts';
import { summary, untouched } from '../redline/summary.ts';
import { plain, type Run } from '../text/document.ts';
import type { Version } from '../versions/versions.ts';

/** A passage as it was and as it will be; one that comes or goes has an empty side. */
export interface Passage {
	readonly was: string;
	readonly is: string;
}

/** What happens to a clause, in words. */
export interface ToldClause {
	readonly title: string;
	/** What happens to it, in a line. */
	readonly what: string;
	readonly passages: readonly Passage[];
}

const words = (runs: readonly Run[]): string => plain(runs).replaceAll('\t', ' · ').trim();

function toldClause(change: ClauseChange): ToldClause {
	const { is, title } = change;
	const name = plain(text(title, is ? 'new' : 'old'));
	const passages = changedPassages(change).map((edits): Passage => {
		const { was, is } = wordings(edits);
		return { was: words(was), is: words(is) };
	});
	return {
		title: is ? `${is.number} ${name}` : name,
		what: summary(change),
		passages: passages.filter(({ was, is }) => was !== is),
	};
}

/** What a version changes, clause by clause, from the same comparison that the page of changes shows. */
export const toldClauses = (before: Version, version: Version): ToldClause[] =>
	redline(before.document, version.document)
		.filter((change) => !untouched(change))
		.map(toldClause);
