import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '#src/policies/versions/write-whole.ts';
import { lockName, readLock } from '#src/policies/versions/lock.ts';
import { readArguments } from './arguments.ts';
import { dayIn, findPolicy, findVersion, folderIn } from './policies.ts';
import { evidence, evidenceLines, unseen } from './publication.ts';
import type { Subcommand } from './subcommand.ts';

const options = { site: { type: 'string' } } as const;

/** Makes an announced version that nobody can have seen a draft again. */
export const withdraw: Subcommand = {
	usage: 'withdraw <policy> <date>',
	words: 'Takes back an announcement that nobody can have seen: the version is a draft again.',
	help: `It looks at what “unlock” looks at, and takes the line “announced” out of the file. A version that is locked is
unlocked first: npm run policy -- unlock <policy> <date>

  --site <url>    asks this site instead of the company’s own

  npm run policy -- withdraw privacy 2027-06-01

It ends with 0 when the version is a draft, and with 1 when it stays as it is.`,
	async run(args, terminal) {
		const { values, positionals } = readArguments(args, { options, words: 2 });
		const [slug = '', date = ''] = positionals;
		const folder = folderIn(terminal);
		const { announced } = findVersion(findPolicy(folder, slug), date);
		const name = lockName(slug, date);
		if (announced === undefined) {
			terminal.print(`${name} is a draft already.`);
			return 0;
		}
		if (Object.hasOwn(readLock(folder).lock, name)) {
			terminal.note(`${name} is locked. Unlock it first: npm run policy -- unlock ${slug} ${date}`);
			return 1;
		}
		const { root } = terminal;
		const found = await evidence({
			root,
			slug,
			date,
			announced,
			day: dayIn(terminal),
			site: values.site,
		});
		terminal.print(`Could readers have seen ${name}?\n${evidenceLines(found)}`);
		if (!unseen(found)) {
			terminal.note(
				`${name} stays announced. To say something else: npm run policy -- new ${slug} <date>`,
			);
			return 1;
		}
		const file = join(folder, slug, `${date}.mdx`);
		writeWhole(file, readFileSync(file, 'utf8').replace(/^announced\s*:.*\r?\n/m, ''));
		terminal.print(`${name} is a draft again: the line “announced” is taken out of ${file}.`);
		return 0;
	},
};
