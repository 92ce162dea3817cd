import { stringify } from 'yaml';
import { quoted } from './registry.ts';
import { blocksText } from '#src/policies/text/canonical.ts';
import { type Document, plain } from '#src/policies/text/document.ts';
import { abbreviations, markdown } from '#src/policies/text/markdown.ts';
import type { ClauseChange } from '#src/policies/redline/changes.ts';
import { text } from '#src/policies/redline/edits.ts';
import { redline } from '#src/policies/redline/redline.ts';
import { summary, untouched } from '#src/policies/redline/summary.ts';
import { changedTerms } from '#src/policies/redline/terms.ts';

interface Version {
	readonly date: string;
	readonly document: Document;
	/** The version before; none for the first. */
	readonly before: Document | undefined;
	/** Whether readers were told of it, which is so of the past. */
	readonly published: boolean;
}

/** The words of a version as its file has them, with the ids of the clauses. */
export function wordsOf(document: Document): string {
	const clauses = document.map(({ id, level, title, blocks }) => {
		const heading = `${'#'.repeat(level)} ${markdown(title)} {/* #${id} */}`;
		return `${[heading, written(blocksText(blocks))].filter(Boolean).join('\n\n')}\n`;
	});
	const words = [...clauses, ...abbreviations(document)].join('\n');
	return words.replace(/\{\/\* sha256 [0-9a-f]* \*\/\}/g, '');
}

/** The front matter of a version, between its fences. */
export const frontMatterOf = (version: Version): string =>
	`---\n${quoted(stringify(facts(version), { lineWidth: 0 }))}---\n\n`;

/** Letters at the start of a line are what they look like: items of a list. */
const written = (text: string): string =>
	text
		.replace(/^([ >]*)\\(\((?:[a-z]{1,6}|[A-Z]{1,6}|\d{1,3})\) )/gm, '$1$2')
		.replace(/^([ >]*[a-zA-Z]{1,6})\\([.)] )/gm, '$1$2');

function facts({ date, document, before, published }: Version) {
	const told = published ? { announced: date } : {};
	if (!before) return { kind: 'first', ...told };
	const touched = redline(before, document).filter((change) => !untouched(change));
	const weighty = touched.some((one) => one.op !== 'changed' || changedTerms(one).length > 0);
	if (!weighty) return { kind: 'editorial', ...told };
	const urgent = published
		? {
				urgent:
					'It was published before this site kept its versions; how long before is not recorded.',
			}
		: {};
	return { kind: 'material', ...told, ...urgent, changes: touched.map(note) };
}

const note = (change: ClauseChange) => ({
	clause: change.id,
	what: whatOf(change),
	why: 'The reason was not recorded.',
});

function whatOf(change: ClauseChange): string {
	const title = plain(text(change.title, 'new'));
	return summary(change)
		.replace(/^New clause\./, `The clause “${title}” is new.`)
		.replace(/^Clause removed\./, 'The clause was removed.')
		.replace(/^$/, `The clause “${title}” changed.`);
}
