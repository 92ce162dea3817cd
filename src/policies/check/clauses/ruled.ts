import type { PolicyFacts } from '../../versions/front-matter.ts';
import type { Version } from '../../versions/versions.ts';
import type { PolicyFiles } from '../policies/policy-files.ts';
import type { VersionFile } from '../policies/version-file.ts';
import type { Source } from '../source/source.ts';
import type { Text } from '../words/text.ts';
import type { Yaml } from '../yaml/read-yaml.ts';
import { type Head, heads } from './heads.ts';

/** A version that can be read in all its parts. */
export interface Readable {
	readonly file: Source;
	readonly version: Version;
	readonly text: Text;
	readonly front: NonNullable<VersionFile['front']>;
	readonly heads: readonly Head[];
	/** Whether its words are the published ones, so that nobody may change them any more. */
	readonly frozen: boolean;
}

/** A policy whose registry can be read, with the versions that can be read. */
export interface Ruled {
	readonly slug: string;
	readonly registry: { readonly file: Source; readonly yaml: Yaml<PolicyFacts> };
	readonly facts: PolicyFacts;
	readonly versions: readonly Readable[];
	/** Whether every version can be read. */
	readonly whole: boolean;
}

/** Tells whether a text is what was published of a version. */
export type Frozen = (slug: string, version: Version) => boolean;

/** The versions of a policy that can be read, oldest first. */
export const readable = ({ slug, versions }: PolicyFiles, frozen: Frozen): Readable[] =>
	versions.flatMap(({ file, version, text, front }) =>
		version && text && front
			? [{ file, version, text, front, heads: heads(text), frozen: frozen(slug, version) }]
			: [],
	);

/** A policy for the rules on its clauses; undefined where its registry cannot be read. */
export function ruled(policy: PolicyFiles, versions: readonly Readable[]): Ruled | undefined {
	const { slug, registry } = policy;
	const facts = registry?.yaml.value;
	if (!registry || !facts) return undefined;
	return { slug, registry, facts, versions, whole: versions.length === policy.versions.length };
}

/** The ids of a version's clauses. */
export const idsOf = ({ version }: Readable): Set<string> =>
	new Set(version.document.map(({ id }) => id).filter(Boolean));
