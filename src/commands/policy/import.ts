import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { company } from '#src/company.ts';
import { today } from '#src/policies/versions/clock.ts';
import { idPattern } from '#src/policies/text/parse.ts';
import { type Dated, importHistory } from './import/history.ts';
import { ImportError } from './import/import-error.ts';
import { endings } from './import/read-file.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

const options = {
	policy: { type: 'string' },
	date: { type: 'string', multiple: true },
} as const;

function read(args: readonly string[]) {
	try {
		const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
		return { ...values, files: positionals };
	} catch (cause) {
		throw new UsageError(cause instanceof Error ? cause.message : String(cause));
	}
}

/** Files with the days they apply from, oldest first: as given with --date in the same order, or as their names say. */
function dated(files: readonly string[], dates: readonly string[]): Dated[] {
	if (dates.length > 0 && dates.length !== files.length)
		throw new UsageError(
			`Files and dates do not match, ${files.length} to ${dates.length}: give each file its --date, in the same order.`,
		);
	const all = files.map((file, index) => {
		const date = dates[index] ?? /\d{4}-\d\d-\d\d/.exec(basename(file))?.[0] ?? '';
		if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
		if (!endings.includes(extname(file).toLowerCase()))
			throw new UsageError(
				`${file} is none of ${endings.join(', ')}. Save it as one of them first.`,
			);
		if (!z.iso.date().safeParse(date).success)
			throw new UsageError(
				`From which day does ${file} apply? Say --date 2026-11-23, or put the day into its name.`,
			);
		return { file, date };
	});
	const twice = all.find(({ date }, index) => all.findIndex((one) => one.date === date) !== index);
	if (twice) throw new UsageError(`Two files apply from ${twice.date}: a day has one version.`);
	return all.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** Makes versions of a policy of documents that exist. */
export const importFiles: Subcommand = {
	usage: 'import <file>… --policy <slug>',
	words:
		'Makes versions of a policy of Markdown, HTML and Word files, and lists what you must decide.',
	help: `  --policy <slug>   the folder of the policy under src/content/policies; it is made if it is new
  --date <date>     the day from which the file applies, year first; once for each file, in the same order.
                    Without it, the day stands in the name of the file: privacy-2019-05-25.docx

Several files give a history, oldest first. Clauses keep their ids from version to version, by their titles or else by
their words; policy.yaml says since when each is there, when it went, and which clauses say what it said.

  npm run policy -- import privacy-2019-05-25.docx privacy-2022-01-01.docx privacy.html --policy privacy \\
    --date 2019-05-25 --date 2022-01-01 --date 2026-12-01

Then read what it wrote, and run \`npm run policy -- check\`.`,
	async run(args, { variables, now, print, note }) {
		const { files, policy: slug = '', date = [] } = read(args);
		if (files.length === 0) throw new UsageError('Name the files to import.');
		if (!idPattern.test(slug))
			throw new UsageError('Name the policy by --policy, in small letters: --policy privacy');
		const { POLICY_FOLDER: folder = 'src/content/policies' } = variables;
		try {
			const day = today(variables, company.timeZone, new Date(now()));
			const { written, decisions } = await importHistory({
				folder,
				slug,
				files: dated(files, date),
				today: day,
			});
			print(`Written:\n${written.map((file) => `  ${file}`).join('\n')}`);
			for (const [file, sentences] of decisions)
				if (sentences.length > 0)
					print(`\nTo decide in ${file}:\n${sentences.map((one) => `  - ${one}`).join('\n')}`);
			print('\nRead the new files, then run `npm run policy -- check`.');
			return 0;
		} catch (error) {
			if (!(error instanceof ImportError)) throw error;
			note(error.message);
			return 1;
		}
	},
};
