import { stringify } from 'yaml';
import type { Version } from '#src/policies/versions/versions.ts';
import { inWords } from '#src/policies/versions/dates.ts';
import { UsageError } from './subcommand.ts';

/** A note on a clause that changes. */
export interface Change {
	readonly clause: string;
	readonly what: string;
	readonly why: string;
}

/** Reads `<clause> | <what> | <why>`; throws a UsageError where a part is missing or there is no such clause. */
export function readChange(text: string, ids: readonly string[]): Change {
	const [clause = '', what = '', why = '', ...rest] = text.split('|').map((part) => part.trim());
	if (clause === '' || what === '' || why === '' || rest.length > 0)
		throw new UsageError(
			`--change takes three parts: "<clause> | <what> | <why>". It was: ${text}`,
		);
	const id = clause.replace(/^#/, '');
	if (!ids.includes(id) && !/^[a-z][a-z0-9-]*$/.test(id))
		throw new UsageError(`“${clause}” is no id of a clause. There are: ${ids.join(', ')}.`);
	return { clause: id, what, why };
}

interface Head {
	readonly kind: 'material' | 'editorial';
	readonly date: string;
	readonly announced?: string;
	readonly urgent?: string;
	readonly changes: readonly Change[];
	/** The lines of the version before, which may still hold. */
	readonly summary: Version['summary'];
	/** The last day on which people can be told in time. */
	readonly earliest: string;
	/** An id to show a note with. */
	readonly example: string;
}

/** The front matter of a new version, with remarks on what to fill in. */
export function head(given: Head): string {
	const { kind, date, announced, urgent, changes, summary, earliest, example } = given;
	const latest = kind === 'material' ? earliest : date;
	const lines = [
		'---',
		'# material: people may rely on what changes. editorial: only the wording changes.',
		`kind: ${kind}`,
		...(announced === undefined ? announcement(latest, date) : [`announced: "${announced}"`]),
		...(urgent === undefined ? [] : [yaml({ urgent })]),
		...(kind === 'material' ? notes(changes, example) : []),
		...(summary.length > 0 ? [yaml({ summary })] : []),
		'---',
	];
	return `${lines.join('\n')}\n`;
}

const yaml = (value: object): string => stringify(value, { lineWidth: 0 }).trimEnd();

/** The version is a draft as long as this line is a remark. */
const announcement = (latest: string, date: string): string[] => [
	`# Take the # away from the next line to tell people. The day is at the latest ${inWords(latest)}, for a start on ${inWords(date)}.`,
	`# announced: "${latest}"`,
];

function notes(changes: readonly Change[], example: string): string[] {
	if (changes.length > 0) return [yaml({ changes })];
	return [
		'# Readers see what changes and why. Take the # away, and write one entry for each clause that you change.',
		'# changes:',
		`#   - clause: ${example}`,
		'#     what: What the clause says now, in a sentence.',
		'#     why: Why it changes, in a sentence.',
	];
}
