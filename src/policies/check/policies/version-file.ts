import { canonical, hashOf } from '../../text/canonical.ts';
import { type Parsed, parseMarkdown, type Pictures } from '../../text/parse.ts';
import { type FrontMatter, frontMatter } from '../../versions/front-matter.ts';
import type { Version } from '../../versions/versions.ts';
import type { Problem } from '../../problem.ts';
import type { Source } from '../source/source.ts';
import { parts } from '../syntax/opening.ts';
import { readText } from '../words/read-text.ts';
import type { Text } from '../words/text.ts';
import { isDay } from '../yaml/days.ts';
import { readYaml, type Yaml } from '../yaml/read-yaml.ts';

/** A version of a policy as its file says. */
export interface VersionFile {
	readonly file: Source;
	/** The file's name without its ending: its effective date, where it is one. */
	readonly date: string;
	readonly front?: Yaml<FrontMatter>;
	/** Absent where the text cannot be read. */
	readonly text?: Text;
	readonly parsed?: Parsed;
	/** Present where file name, front matter and text can all be read. */
	readonly version?: Version;
	/** What keeps it from being read, and what is wrong with its front matter. */
	readonly problems: readonly Problem[];
}

const frontNames = ['kind', 'announced', 'urgent', 'changes', 'summary'];

/** Reads a version. What is wrong in one part of the file does not hide what is wrong in the other. */
export function versionFile(file: Source, pictures: Pictures): VersionFile {
	const date = (file.path.split('/').at(-1) ?? '').replace(/\.mdx$/, '');
	const { front: span, body, problems: opening } = parts(file);
	const front = span && readYaml({ schema: frontMatter, file, span, names: frontNames });
	const { text, problems: syntax } = readText(file, body, 'policy');
	const problems = [...opening, ...(front?.problems ?? []), ...syntax];
	const known = { file, date, problems, ...(front && { front }) };
	if (!text?.markdown) return known;
	const parsed = parseMarkdown(text.markdown, file.path, pictures);
	const version = front?.value && isDay(date) ? versionOf(front.value, date, parsed) : undefined;
	return { ...known, text, parsed, ...(version && { version }) };
}

const versionOf = (facts: FrontMatter, date: string, { document }: Parsed): Version => ({
	...facts,
	date,
	document,
	hash: hashOf(canonical(document)),
});
