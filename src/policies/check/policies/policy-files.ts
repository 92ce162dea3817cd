import { type PolicyFacts, policyFacts } from '../../versions/front-matter.ts';
import type { Pictures } from '../../text/parse.ts';
import type { Site } from '../files/site.ts';
import type { Source } from '../source/source.ts';
import { readYaml, type Yaml } from '../yaml/read-yaml.ts';
import { type VersionFile, versionFile } from './version-file.ts';

/** A policy as its files say: its versions oldest first. */
export interface PolicyFiles {
	readonly slug: string;
	/** `policy.yaml`; absent where there is none. */
	readonly registry?: { readonly file: Source; readonly yaml: Yaml<PolicyFacts> };
	readonly versions: readonly VersionFile[];
}

const registryNames = ['title', 'description', 'leadTimeDays', 'clauses'];

/** Takes the files of a folder of policies together by policy. */
export function policyFiles({ policies: folder, texts, pictures }: Site): PolicyFiles[] {
	const inside = [...texts.values()].flatMap((file) => {
		if (!file.path.startsWith(`${folder}/`)) return [];
		const [slug = '', name, deeper] = file.path.slice(folder.length + 1).split('/');
		return name === undefined || deeper !== undefined ? [] : [{ slug, name, file }];
	});
	return [...Map.groupBy(inside, ({ slug }) => slug)]
		.toSorted(([a], [b]) => (a < b ? -1 : 1))
		.map(([slug, own]) => policy(slug, own, pictures));
}

function policy(
	slug: string,
	own: readonly { readonly name: string; readonly file: Source }[],
	pictures: Pictures,
): PolicyFiles {
	const registry = own.find(({ name }) => name === 'policy.yaml')?.file;
	const versions = own
		.filter(({ name }) => name.endsWith('.mdx'))
		.toSorted((a, b) => (a.name < b.name ? -1 : 1))
		.map(({ file }) => versionFile(file, pictures));
	return { slug, versions, ...(registry && { registry: registryOf(registry) }) };
}

const registryOf = (file: Source) => ({
	file,
	yaml: readYaml({
		schema: policyFacts,
		file,
		span: [0, file.text.length],
		names: registryNames,
	}),
});
