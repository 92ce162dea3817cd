import type { Problem } from '../../problem.ts';
import { fingerprint } from '../../versions/fingerprint.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import type { Readable, Ruled } from './ruled.ts';

/** What is wrong in the summaries of versions: clauses that are not there, and lines written for other words than those of the clauses. */
export const summaryMistakes = ({ versions }: Ruled): Problem[] =>
	versions.flatMap((one) =>
		one.version.summary.flatMap((_, index) => {
			const strange = strangers(one, index);
			return strange.length > 0 ? strange : stale(one, index);
		}),
	);

function strangers(one: Readable, index: number): Problem[] {
	const { ids: known } = one;
	return (one.version.summary[index]?.clauses ?? []).flatMap((id, place) => {
		if (known.has(id)) return [];
		const span = one.front.at(['summary', index, 'clauses', place]);
		const near = nearest(id, known);
		const edits = near === undefined ? undefined : [put(one.file, span, near)];
		const cure = near ?? 'the id of a clause that is here';
		return [problem([one.file, span], 'summary-stranger', { id, near: cure }, edits)];
	});
}

/** A machine could write the new fingerprint, but somebody has to read the line: no edits. */
function stale({ file, front, version }: Readable, index: number): Problem[] {
	const { clauses = [], fingerprint: written } = version.summary[index] ?? {};
	const own = fingerprint(version.document, clauses);
	if (written === own) return [];
	const ids = new Intl.ListFormat('en-GB').format(clauses.map((id) => `#${id}`));
	const values = { ids, fingerprint: own };
	return written === undefined
		? [problem([file, front.at(['summary', index, 'says'])], 'summary-unread', values)]
		: [problem([file, front.at(['summary', index, 'fingerprint'])], 'summary-stale', values)];
}
