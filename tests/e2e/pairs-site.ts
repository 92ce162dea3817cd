import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from '#src/policies/read.ts';
import { extended, writeLock } from '#src/policies/versions/lock.ts';
import { type Pair, pairs } from '../pairs.ts';

const dates = { before: '2026-01-05', after: '2027-02-01' } as const;

/** A pair as a policy of its own: its address, and its two versions, the newer one a draft. */
export interface PairPolicy extends Pair {
	readonly slug: string;
	/** Where its page of changes stands, from the root of the site. */
	readonly changes: string;
}

export const pairPolicies: readonly PairPolicy[] = pairs.map((pair, index) => {
	const slug = `${pair.theme}-${index + 1}`;
	return { ...pair, slug, changes: `${slug}/${dates.after}/changes/` };
});

/** Writes the pairs as a folder of policies. */
export function pairsFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'pairs-'));
	for (const policy of pairPolicies) {
		const own = join(folder, policy.slug);
		mkdirSync(own);
		writeFileSync(join(own, 'policy.yaml'), registry(policy));
		writeFileSync(
			join(own, `${dates.before}.mdx`),
			`---\nkind: first\nannounced: "${dates.before}"\n---\n\n${policy.sources.before}\n`,
		);
		writeFileSync(
			join(own, `${dates.after}.mdx`),
			`---\nkind: material\n---\n\n${policy.sources.after}\n`,
		);
	}
	writeLock(folder, extended({}, readFolder(folder).policies, dates.before));
	return folder;
}

function registry({ what, before, after }: Pair): string {
	const [old, now] = [before, after].map((document) => new Set(document.map(({ id }) => id)));
	const ids = [...new Set([...(old ?? []), ...(now ?? [])])];
	const clauses = ids.map((id) => {
		const since = old?.has(id) ? dates.before : dates.after;
		return `  ${id}: { since: "${since}"${now?.has(id) ? '' : `, removed: "${dates.after}"`} }`;
	});
	return `title: ${what}
description: Two versions of a text that nobody uses, made up to try how a page of changes shows what became of it.
leadTimeDays: 30
clauses:
${clauses.join('\n')}
`;
}
