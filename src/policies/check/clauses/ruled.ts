import { type PolicyFacts, policyFacts } from '../../versions/front-matter.ts';
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
	/** The ids of its clauses. */
	readonly ids: ReadonlySet<string>;
	/** Whether its words are the published ones, so that nobody may change them any more. */
	readonly frozen: boolean;
	/** Whether it was published, with these words or others. */
	readonly published: boolean;
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

/** Finds the hash of what was published of a version; undefined where it was not. */
export type PublishedHash = (slug: string, version: Version) => string | undefined;

/** The versions of a policy that can be read, oldest first. */
export const readable = (
	{ slug, versions }: PolicyFiles,
	publishedHash: PublishedHash,
): Readable[] =>
	versions.flatMap(({ file, version, text, front }) => {
		if (!version || !text || !front) return [];
		const hash = publishedHash(slug, version);
		const states = { frozen: hash === version.hash, published: hash !== undefined };
		const ids = new Set(version.document.map(({ id }) => id).filter(Boolean));
		return [{ file, version, text, front, heads: heads(text), ids, ...states }];
	});

/**
 * A policy for the rules on its clauses; undefined where it has no registry. What cannot be read of the registry is taken
 * to fit the versions, so that its own mistakes bring no others with them.
 */
export function ruled(policy: PolicyFiles, versions: readonly Readable[]): Ruled | undefined {
	const { slug, registry } = policy;
	if (!registry) return undefined;
	const { value, raw } = registry.yaml;
	const all = versions.length === policy.versions.length;
	const known = { slug, registry, versions };
	if (value) return { ...known, facts: value, whole: all };
	return { ...known, facts: salvaged(raw, versions), whole: false };
}

/** What can be made out of a registry that does not fit its schema. */
function salvaged(raw: unknown, versions: readonly Readable[]): PolicyFacts {
	const held = Object(raw);
	const { leadTimeDays, clauses } = policyFacts.shape;
	const entries = Object.entries(Object(held.clauses)).map(([id, entry]) => {
		const read = clauses.valueType.safeParse(entry);
		return [id, read.data ?? lifeOf(id, versions)] as const;
	});
	const ids = new Set(versions.flatMap(({ ids }) => [...ids]));
	const own = [...ids].map((id) => [id, lifeOf(id, versions)] as const);
	return {
		title: '',
		description: '',
		leadTimeDays: leadTimeDays.safeParse(held.leadTimeDays).data ?? 0,
		clauses: Object.fromEntries(entries.length > 0 ? entries : own),
	};
}

/** A clause as the versions have it: from the oldest on, up to the first version that has it no more. */
function lifeOf(id: string, versions: readonly Readable[]): PolicyFacts['clauses'][string] {
	const last = versions.findLastIndex(({ ids }) => ids.has(id));
	const removed = last === -1 ? undefined : versions[last + 1]?.version.date;
	return { since: '0000-00-00', see: [], ...(removed !== undefined && { removed }) };
}
