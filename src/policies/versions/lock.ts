import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Problem } from '../problem.ts';
import type { Policy, Version } from './versions.ts';

const lockSchema = z.record(
	z.string(),
	z.strictObject({ announced: z.iso.date(), sha256: z.string().length(64) }),
);

/** What was published: the day of announcement and the hash of each version, by `policy@date`. */
export type Lock = z.infer<typeof lockSchema>;

/** The lock stands beside the folder of the policies. */
const fileOf = (folder: string) => `${folder}.lock.json`;

/** Reads the lock of a folder of policies; an empty one where there is none yet. */
export function readLock(folder: string): Lock {
	const file = fileOf(folder);
	return existsSync(file) ? lockSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** Writes the lock of a folder of policies. */
export const writeLock = (folder: string, lock: Lock): void =>
	writeFileSync(fileOf(folder), `${JSON.stringify(lock, null, '\t')}\n`);

/** The lock with every announced version that it did not hold yet. What it holds never changes. */
export function extended(lock: Lock, policies: readonly Policy[]): Lock {
	const entries = [...toLock(policies)].flatMap(([name, { announced, hash }]) =>
		announced === undefined ? [] : [[name, { announced, sha256: hash }] as const],
	);
	return { ...Object.fromEntries(entries), ...lock };
}

/** Every announced version that differs from what the lock says was published. */
export function lockProblems(lock: Lock, policies: readonly Policy[], folder: string): Problem[] {
	const versions = toLock(policies);
	const place = (name: string) => ({
		file: `${folder}/${name.replace('@', '/')}.mdx`,
		...{ line: 1, column: 1 },
	});
	const changed = Object.entries(lock).flatMap(([name, { announced, sha256 }]) => {
		const version = versions.get(name);
		if (version?.hash === sha256 && version.announced === announced) return [];
		const what = version ? 'changed after it was published' : 'was published and is gone';
		return [{ ...place(name), message: `This version ${what}. ${cure}` }];
	});
	const fresh = [...versions.keys()].filter((name) => !Object.hasOwn(lock, name));
	return [...changed, ...fresh.map((name) => ({ ...place(name), message: publishIt }))];
}

const cure =
	'Undo that: people were told these words. To change them, copy the newest version to a file named by the new effective date, edit the copy, and run `npm run policies:lock` when it is announced.';

const publishIt =
	'This new version is announced but not locked. Read it once more, then run `npm run policies:lock`: from then on it cannot change. (To keep working on it, take out `announced`.)';

function toLock(policies: readonly Policy[]): Map<string, Version> {
	const announced = policies.flatMap(({ slug, versions }) =>
		versions.map((version) => [`${slug}@${version.date}`, version] as const),
	);
	return new Map(announced.filter(([, version]) => version.announced !== undefined));
}
