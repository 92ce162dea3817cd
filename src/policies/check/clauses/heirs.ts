import type { Problem } from '../../problem.ts';
import { redline } from '../../redline/redline.ts';
import { successors } from '../../redline/successors.ts';
import { problem, put } from '../source/report.ts';
import type { Readable, Ruled } from './ruled.ts';

/**
 * Clauses that ended because others say now what they said, where the registry does not lead readers on to these. Nobody
 * is led to a clause that has ended since.
 */
export function heirMistakes(policy: Ruled): Problem[] {
	const newest = policy.versions.at(-1);
	const living = newest?.ids ?? new Set<string>();
	return policy.versions.flatMap((after, index) => {
		const before = policy.versions[index - 1];
		const silent = before ? silentlyEnded(policy, before, after) : new Set();
		if (!before || silent.size === 0) return [];
		return successors(redline(before.version.document, after.version.document))
			.map(({ id, see }) => ({ id, see: see.filter((one) => living.has(one)) }))
			.filter(({ id, see }) => silent.has(id) && see.length > 0)
			.map((ended) => untold(policy, after, ended));
	});
}

/** The clauses that end with a version, are not led on from, and have left their ids at no place of it. */
function silentlyEnded({ facts }: Ruled, before: Readable, after: Readable): Set<string> {
	const kept = after.version.document.flatMap(({ blocks }) =>
		blocks.flatMap(({ anchors }) => anchors),
	);
	const there = after.ids.union(new Set(kept));
	return new Set(
		[...before.ids].filter((id) => {
			const entry = facts.clauses[id];
			return entry?.removed === after.version.date && entry.see.length === 0 && !there.has(id);
		}),
	);
}

function untold(
	{ registry: { file, yaml } }: Ruled,
	{ version: { date } }: Readable,
	{ id, see }: ReturnType<typeof successors>[number],
): Problem {
	const [start, end] = yaml.at(['clauses', id, 'removed']);
	const line = see.join(', ');
	const now = new Intl.ListFormat('en-GB').format(see.map((one) => `#${one}`));
	const inBraces = /^\s*[,}]/.test(file.text.slice(end));
	const edits = inBraces ? [put(file, [end, end], `, see: [${line}]`)] : [];
	return problem([file, [start, end]], 'see-untold', { id, see: line, now, date }, edits);
}
