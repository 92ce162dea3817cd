import { lockName, readLock, writeLock } from '#src/policies/versions/lock.ts';
import { isoDate, readArguments } from './arguments.ts';
import { dayIn, folderIn } from './policies.ts';
import { evidence, evidenceLines, unseen } from './publication.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

const options = {
	'dry-run': { type: 'boolean', default: false },
	site: { type: 'string' },
} as const;

/** Takes a version out of the lock that nobody can have seen. */
export const unlock: Subcommand = {
	usage: 'unlock <policy> <date>',
	words: 'Unlocks a version that was locked by mistake and never deployed.',
	help: `It says what it looks at: whether the day of the announcement has come; if so, whether the production branch ever
held the version like that, and whether the site shows it. Only where nobody can have seen the version is it
unlocked. Otherwise it stays, and a new version says what is to be said now.

  --dry-run       says what it finds, and writes nothing
  --site <url>    asks this site instead of the company’s own

  npm run policy -- unlock privacy 2027-06-01

It ends with 0 when the version is unlocked, and with 1 when it stays locked.`,
	async run(args, terminal) {
		const { values, positionals } = readArguments(args, { options, words: 2 });
		const [slug = '', date = ''] = positionals;
		const folder = folderIn(terminal);
		const { lock, problems } = readLock(folder);
		const [broken] = problems;
		if (broken) {
			terminal.note(`${broken.file}:${broken.line}:${broken.column} ${broken.message}`);
			return 1;
		}
		const name = lockName(slug, isoDate(date, 'version'));
		const { [name]: locked, ...rest } = lock;
		if (!locked)
			throw new UsageError(
				`${name} is not locked. Locked are: ${Object.keys(lock).join(', ') || 'none'}.`,
			);
		const { announced } = locked;
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
				`${name} stays locked. To say something else: npm run policy -- new ${slug} <date>`,
			);
			return 1;
		}
		if (values['dry-run']) terminal.print(`Nobody can have seen it: it could be unlocked.`);
		else {
			writeLock(folder, rest);
			terminal.print(
				`Unlocked ${name}. It may be renamed or changed; “withdraw ${slug} ${date}” makes it a draft again.`,
			);
		}
		return 0;
	},
};
