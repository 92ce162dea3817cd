import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { canonical, hashOf } from '../text/canonical.ts';
import { writeWhole } from './write-whole.ts';
import type { Policy, Version } from './versions.ts';

const locked = z.strictObject({
	/** The day on which people were told. */
	announced: z.iso.date(),
	/** SHA-256 of the canonical text. */
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	/** The canonical text, line by line. */
	text: z.array(z.string()),
});
const lockSchema = z.record(z.string().regex(/^[a-z0-9-]+@\d{4}-\d\d-\d\d$/), locked);

/** What was published of one version. */
export type Locked = z.infer<typeof locked>;

/** What was published, by `policy@date`: readers could have seen it, so it never changes. */
export type Lock = z.infer<typeof lockSchema>;

/** The lock stands beside the folder of the policies. */
export const lockFile = (folder: string): string => `${folder}.lock.json`;

/** How the lock names a version. */
export const lockName = (slug: string, date: string): string => `${slug}@${date}`;

/** The lock of a folder of policies without what is wrong with it; an empty one where there is none yet. */
export function readLock(folder: string): {
	readonly lock: Lock;
	readonly problems: Problem[];
} {
	const file = lockFile(folder);
	if (!existsSync(file)) return { lock: {}, problems: [] };
	const text = readFileSync(file, 'utf8');
	try {
		const lock = lockSchema.parse(JSON.parse(text));
		const forged = Object.entries(lock).filter(
			([, { sha256, text }]) => hashOf(text.join('\n')) !== sha256,
		);
		return {
			lock,
			problems: forged.map(([name]) => ({
				file,
				...placeOf(text, `"${name}"`),
				message: `What the lock says of “${name}” is not what was published: it was edited by hand. ${restore}`,
			})),
		};
	} catch (cause) {
		const [, line = '1', column = '1'] = /line (\d+) column (\d+)/.exec(String(cause)) ?? [];
		return {
			lock: {},
			problems: [{ file, line: Number(line), column: Number(column), message: broken }],
		};
	}
}

interface Place {
	readonly line: number;
	readonly column: number;
}

/** Where `part` stands in `text`; its start where it is not there. */
function placeOf(text: string, part: string): Place {
	const before = text.slice(0, Math.max(0, text.indexOf(part))).split('\n');
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const restore = 'Bring the file back as it is on the production branch.';
const broken = `The lock cannot be read from here on. It holds what was published, and nobody edits it by hand. ${restore}`;

/** Writes the lock of a folder of policies, its versions in order. */
export function writeLock(folder: string, lock: Lock): void {
	const entries = Object.entries(lock).toSorted(([a], [b]) => (a < b ? -1 : 1));
	const sorted = Object.fromEntries(entries);
	writeWhole(lockFile(folder), `${JSON.stringify(sorted, null, '\t')}\n`);
}

/** Whether readers of `day` can see a version once it is on the production branch. */
export const isPublic = ({ announced }: Pick<Version, 'announced'>, day: string): boolean =>
	announced !== undefined && announced <= day;

/** The lock with every version that is announced by `day`. What it already holds never changes. */
export function extended(lock: Lock, policies: readonly Policy[], day: string): Lock {
	const fresh = policies.flatMap(({ slug, versions }) =>
		versions
			.filter((version) => isPublic(version, day))
			.map((version) => [lockName(slug, version.date), lockedAs(version)] as const),
	);
	return { ...Object.fromEntries(fresh), ...lock };
}

const lockedAs = ({ announced = '', document, hash }: Version): Locked => ({
	announced,
	sha256: hash,
	text: canonical(document).split('\n'),
});
