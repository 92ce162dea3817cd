import { canonical } from '#src/policies/text/canonical.ts';
import type { Document } from '#src/policies/text/document.ts';
import { readFolder } from '#src/policies/read.ts';
import { redline } from '#src/policies/redline/redline.ts';
import { accepted } from '#src/policies/redline/apply-changes.ts';
import { countChanges } from '#src/policies/redline/summary.ts';

const size = 85_000;
const rounds = 5;

/** Compares a text of 85 kB with one that has an edit in every fifth block, and prints the times in milliseconds. */
export async function run(): Promise<void> {
	const before = longDocument();
	const after = edited(before);
	const times = Array.from({ length: rounds }, () => {
		const start = performance.now();
		redline(before, after);
		return performance.now() - start;
	}).toSorted((a, b) => a - b);
	const changes = redline(before, after);
	const { changed } = countChanges(changes);
	const right = canonical(accepted(changes)) === canonical(after);
	const bytes = Buffer.byteLength(canonical(before));
	console.log(`redline: ${bytes} bytes, ${before.length} clauses, ${changed} changed`);
	console.log(
		`  median ${times[2]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms (at most 1000)`,
	);
	console.log(`  accepting every change gives the new text: ${right ? 'yes' : 'NO'}`);
}

/** The site's own policies, clause after clause, until there are 85 kB of them. */
function longDocument(): Document {
	const own = readFolder('src/content/policies').policies.flatMap(
		({ versions }) => versions[0]?.document ?? [],
	);
	const long: Document[number][] = [];
	for (let round = 0; Buffer.byteLength(canonical(long)) < size; round++)
		long.push(...own.map((clause) => ({ ...clause, id: `${clause.id}-${round}` })));
	return long;
}

const edited = (document: Document): Document => {
	let count = 0;
	return document.map((clause) => ({
		...clause,
		blocks: clause.blocks.map((block) => {
			if (count++ % 5 > 0) return block;
			const runs = block.runs.map((run) => ({
				...run,
				text: run.text.replace(/ (\w+) (\w+)/, ' $2 changed $1'),
			}));
			return { ...block, runs };
		}),
	}));
};
