import { parseArgs } from 'node:util';
import { report } from '#src/policies/check/print/print.ts';
import { type Outcome, runCheck } from '#src/policies/check/run-check.ts';
import { annotations, jobSummary } from './github.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

const options = {
	json: { type: 'boolean', default: false },
	github: { type: 'boolean', default: false },
} as const;

function read(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options }).values;
	} catch {
		throw new UsageError(`check takes --json or --github, and not “${args.join(' ')}”.`);
	}
}

/** What the check found, for machines: the same fields as a problem, one object for each. */
const forMachines = ({ problems }: Outcome): string =>
	JSON.stringify(
		problems.map(({ severity = 'error', edits = [], ...one }) => ({ ...one, severity, edits })),
		null,
		'\t',
	);

/** Checks every word that an editor writes, and says where and how to put it right. */
export const check: Subcommand = {
	usage: 'check [--json] [--github]',
	words: 'Checks the policies, the pages and the facts, and says how to put right what is wrong.',
	help: `  --json      the mistakes as a list for machines
  --github    also marks the lines of a pull request, and writes the summary of the job

It looks at src/content, src/company.ts and src/forms, all files in one run. It ends with 0 when there is no mistake
(warnings are no mistakes), and with 1 when there are some. \`npm run policy -- explain <id>\` says more about a message.`,
	async run(args, { variables, root, now, print, note }) {
		const { json, github } = read(args);
		const found = runCheck({ root, variables, now: now() });
		const { problems, errors } = found;
		if (json) print(forMachines(found));
		else if (problems.length === 0) print('No mistakes in the policies, the pages and the facts.');
		else (errors.length > 0 ? note : print)(report(problems, found.site.texts));
		if (github || variables.GITHUB_ACTIONS === 'true') {
			if (!json) for (const line of annotations(problems)) print(line);
			jobSummary(found, variables.GITHUB_STEP_SUMMARY);
		}
		return errors.length > 0 ? 1 : 0;
	},
};
