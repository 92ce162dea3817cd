import { existsSync, readFileSync } from 'node:fs';
import type { Problem } from '../problem.ts';
import { canonical } from '../text/canonical.ts';
import { type Locked, lockName, readLock } from './lock.ts';
import { type Difference, differences } from './locked-words.ts';
import { placeOfKey, placeOfWords } from './places.ts';
import type { Policy, Version } from './versions.ts';

/** Everything in which the policies of a folder differ from what its lock says was published. */
export function lockProblems(folder: string, policies: readonly Policy[]): Problem[] {
	const { lock, problems } = readLock(folder);
	const versions = byName(policies);
	const unread = (name: string) => !versions.has(name) && existsSync(fileOf(folder, name));
	const found = Object.entries(lock).flatMap(([name, published]) => {
		// A file that cannot be read is told with its own mistakes.
		if (unread(name)) return [];
		const version = versions.get(name);
		return version
			? changes(fileOf(folder, name), published, version)
			: [gone(name, published, { folder, versions })];
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

const instead =
	'To say something else, copy the newest version to a file named by the day from which the new words apply.';

/** A published file that is not there, or stands under another name. */
function gone(
	name: string,
	{ sha256 }: Locked,
	all: { readonly folder: string; readonly versions: ReadonlyMap<string, Version> },
): Problem {
	const [slug, date] = name.split('@');
	const file = fileOf(all.folder, name);
	const twin = [...all.versions].find(([, { hash }]) => hash === sha256)?.[0];
	const renamed = twin ? `: it is called ${fileOf(all.folder, twin)} now` : '';
	const message = `The version of ${date} of ${slug} was published and its file is gone${renamed}. Bring the file back as it was: ${file}`;
	return { file, line: 1, column: 1, message };
}

function changes(file: string, published: Locked, version: Version): Problem[] {
	const source = readFileSync(file, 'utf8');
	const { announced } = published;
	const told = {
		file,
		...placeOfKey(source, 'announced'),
		message: `This version was published as announced on ${announced}, and that day cannot change. Write announced: "${announced}"`,
	};
	const words = differences(published.text, canonical(version.document).split('\n'));
	return [
		...(version.announced === announced ? [] : [told]),
		...words.map((one) => ({
			file,
			...placeOfWords(source, one),
			message: `People could read this version from ${announced} on, so its words stay. ${difference(one)} ${instead}`,
		})),
	];
}

function difference({ id, was, is }: Difference): string {
	if (was && is === '') return `These words of #${id} went: “${was}”. Bring them back.`;
	if (is && was === '') return `These words came into #${id}: “${is}”. Take them out.`;
	if (was !== undefined && is !== undefined)
		return `“${is}” stands in #${id} in the place of “${was}”. Write again: “${was}”.`;
	if (was !== undefined) return `The clause #${id} is gone: “${was}”. Bring it back.`;
	if (is !== undefined) return `The clause #${id} was not in it. Take it out: “${is}”.`;
	return 'Its clauses stand in another order. Undo that.';
}
