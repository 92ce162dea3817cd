import { accessSync, constants } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { inWords } from '#src/policies/versions/dates.ts';
import type { Policy, Version } from '#src/policies/versions/versions.ts';
import { redline } from '#src/policies/redline/redline.ts';
import { writeWhole } from '#src/policies/versions/write-whole.ts';
import { readArguments } from './arguments.ts';
import { redlineLines, redlinePage } from './diff-words.ts';
import { findPolicy, findVersion, folderIn } from './policies.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

const options = { html: { type: 'string' } } as const;

/** Shows what changed from one version to another. */
export const diff: Subcommand = {
	usage: 'diff <policy> [<from>] [<to>]',
	words: 'Shows what changes from one version of a policy to another.',
	help: `Without dates it compares the newest version with the one before it; with one date, that version with the one
before it. Words taken out stand between [- and -], words put in between {+ and +}.

  --html <file>    writes a page to look at in a browser instead

  npm run policy -- diff privacy
  npm run policy -- diff privacy 2026-11-23 2027-06-01

It ends with 0, whether there are changes or not.`,
	async run(args, terminal) {
		const { values, positionals } = readArguments(args, { options, words: 3 });
		const [slug = '', ...dates] = positionals;
		const policy = findPolicy(folderIn(terminal), slug);
		const { from, to } = pair(policy, dates);
		const changes = redline(from.document, to.document);
		const title = `${policy.title}: from ${inWords(from.date)} to ${inWords(to.date)}`;
		const { html } = values;
		if (html === undefined) terminal.print(redlineLines(title, changes));
		else {
			write(resolve(terminal.root, html), redlinePage(title, changes));
			terminal.print(`Wrote ${html}.`);
		}
		return 0;
	},
};

function pair(policy: Policy, dates: readonly string[]): { from: Version; to: Version } {
	const { slug, versions } = policy;
	if (dates.length === 2) {
		const [one, other] = dates
			.map((date) => findVersion(policy, date))
			.toSorted((a, b) => (a.date < b.date ? -1 : 1));
		if (one && other) return { from: one, to: other };
	}
	const to = dates.length === 1 ? findVersion(policy, dates[0] ?? '') : versions.at(-1);
	const from = versions.findLast(({ date }) => to && date < to.date);
	if (from && to) return { from, to };
	throw new UsageError(
		`${slug} has no version before ${to?.date}: there is nothing to compare it with.`,
	);
}

function write(file: string, text: string): void {
	try {
		accessSync(dirname(file), constants.W_OK);
	} catch {
		throw new UsageError(`${dirname(file)} is no folder that can be written to.`);
	}
	writeWhole(file, text);
}
