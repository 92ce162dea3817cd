import { existsSync, readFileSync } from 'node:fs';
import type { Problem } from '../problem.ts';
import { canonical } from '../text/canonical.ts';
import { type Lock, type Locked, lockName, readLock } from './lock.ts';
import { type Difference, differences } from './locked-words.ts';
import { placeOfKey, placeOfWords } from './places.ts';
import type { Policy, Version } from './versions.ts';

/** Everything in which the policies of a folder differ from what its lock says was published. */
export function lockProblems(folder: string, policies: readonly Policy[]): Problem[] {
	const { lock, problems } = readLock(folder);
	const versions = byName(policies);
	const damagedFiles = (name: string) => !versions.has(name) && existsSync(fileOf(folder, name));
	const found = Object.entries(lock).flatMap(([name, published]) => {
		// A file that cannot be read is told with its own mistakes.
		if (damagedFiles(name)) return [];
		const file = fileOf(folder, name);
		const version = versions.get(name);
		return version
			? changes(file, published, version)
			: [gone(file, published, { lock, versions })];
	});
	return [...problems, ...found];
}

const fileOf = (folder: string, name: string) => `${folder}/${name.replace('@', '/')}.mdx`;

function byName(policies: readonly Policy[]): Map<string, Version> {
	return new Map(
		policies.flatMap(({ slug, versions }) =>
			versions.map((version) => [lockName(slug, version.date), version] as const),
		),
	);
}

const instead = (announced: string) =>
	`People could read it from ${announced} on, so it stays as it is. To say something else, make a new version: copy the newest file of this policy to one that is named by the day from which the new words apply.`;

/** A published file that is not there, or stands under another name. */
function gone(
	file: string,
	{ announced, sha256 }: Locked,
	all: { readonly lock: Lock; readonly versions: ReadonlyMap<string, Version> },
): Problem {
	const [twin] =
		[...all.versions].find(
			([name, { hash }]) => hash === sha256 && !Object.hasOwn(all.lock, name),
		) ?? [];
	const what = twin
		? `This version was published and is now called ${twin.split('@')[1]}.mdx. Give the file its old name again.`
		: 'This version was published and is gone. Bring the file back as it is on the production branch.';
	return { file, line: 1, column: 1, message: `${what} ${instead(announced)}` };
}

function changes(file: string, published: Locked, version: Version): Problem[] {
	const source = readFileSync(file, 'utf8');
	const { announced } = published;
	const told = {
		file,
		...placeOfKey(source, 'announced'),
		message: `This version was published with announced: "${announced}". Write that again; the day on which people were told cannot change.`,
	};
	const words = differences(published.text, canonical(version.document).split('\n'));
	return [
		...(version.announced === announced ? [] : [told]),
		...words.map((one) => ({
			file,
			...placeOfWords(source, one),
			message: `${difference(one)} ${instead(announced)}`,
		})),
	];
}

function difference({ id, was, is }: Difference): string {
	if (was && is === '') return `The published words “${was}” of #${id} are gone. Bring them back.`;
	if (is && was === '') return `The words “${is}” were put into #${id} later. Take them out.`;
	if (was !== undefined && is !== undefined)
		return `The published words of #${id} changed: “${was}” became “${is}”. Write “${was}” again.`;
	if (was !== undefined)
		return `The clause #${id} was published and is gone. Bring it back: “${was}”.`;
	if (is !== undefined)
		return `The clause #${id} was not in this version when it was published. Take it out: “${is}”.`;
	return 'The clauses of this version stood in another order when it was published. Bring that back.';
}
