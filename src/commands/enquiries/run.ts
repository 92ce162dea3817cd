import { parseArgs } from 'node:util';
import { EnvironmentError } from '#contact/shared/environment-error.ts';
import { Problem } from '../local/problem.ts';
import { erase } from './erase.ts';
import { exportAll } from './export.ts';
import { list } from './list.ts';
import { openStoreLocation } from './store-location.ts';
import { purge } from './purge.ts';
import { retry } from './retry.ts';
import { selftest } from './selftest.ts';
import { type StoreLocation, Refused, type Session, UsageError, type Verb } from './session.ts';
import { show } from './show.ts';
import { standing } from './standing.ts';
import { token } from './token.ts';

const verbs: Readonly<Record<string, Verb>> = {
	list,
	status: standing,
	show,
	retry,
	export: exportAll,
	erase,
	purge,
	selftest,
	token,
};

const usage = `npm run enquiries -- <verb>

${Object.values(verbs)
	.map(({ usage, words }) => `  ${usage.padEnd(28)}${words}`)
	.join('\n')}

  --json                      for machines
  --local <directory>         the store of a local run (the one on PORT, unless a site is named)
  --site <id>                 a site at Netlify; also NETLIFY_SITE_ID. Needs NETLIFY_AUTH_TOKEN in the environment
  --context <name>            dev for a local store, production for a site, or deploy-preview, branch-deploy

To send mail from here, set the variables of the site (.env.example), RESEND_WEBHOOK_SECRET too where the site has it.`;

const where = {
	site: { type: 'string' },
	context: { type: 'string' },
	local: { type: 'string' },
} as const;
const flags = {
	email: { type: 'string' },
	url: { type: 'string' },
	yes: { type: 'boolean', default: false },
	json: { type: 'boolean', default: false },
} as const;

function read(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { ...where, ...flags, help: { type: 'boolean', short: 'h', default: false } },
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : 'That could not be read.');
	}
}

type Given = ReturnType<typeof read>;

/** The verb that was named, with its operand. Throws a UsageError where one is missing or too much. */
function choose({ values, positionals }: Given): { verb: Verb; operand: string } {
	const [name = '', operand = '', ...rest] = positionals;
	const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
	if (!verb) throw new UsageError(name === '' ? 'Name a verb.' : `There is no verb “${name}”.`);
	if (verb.operand === 'required' && operand === '')
		throw new UsageError(`${verb.usage} is needed.`);
	const surplus = verb.operand ? rest[0] : operand || undefined;
	if (surplus !== undefined) throw new UsageError(`${name} does not take “${surplus}”.`);
	const strange = Object.keys(flags).find(
		// The keys of `flags` are those of Options.
		(flag) =>
			values[flag as keyof typeof flags] && !verb.options.includes(flag as keyof typeof flags),
	);
	if (strange !== undefined) throw new UsageError(`${name} does not take --${strange}.`);
	return { verb, operand };
}

type TerminalContext = Pick<Session, 'variables' | 'now' | 'wait' | 'columns' | 'print' | 'note'>;

async function runVerb(given: Given, context: TerminalContext): Promise<void> {
	const { verb, operand } = choose(given);
	const { site, context: deployContext, local, ...options } = given.values;
	let location: StoreLocation | undefined;
	try {
		await verb.run({
			...context,
			operand,
			options,
			get location() {
				location ??= openStoreLocation({ site, context: deployContext, local }, context.variables);
				return location;
			},
		});
	} finally {
		location?.close();
	}
}

const refusals: Readonly<Record<number, string>> = {
	401: 'Netlify did not accept NETLIFY_AUTH_TOKEN.',
	403: 'NETLIFY_AUTH_TOKEN may not use this site.',
	404: 'Netlify knows no such site, or it never kept anything.',
	424: 'The store did not answer. Try again.',
};

/** What a person is told of an error. Throws what nobody foresaw. */
function explain(error: unknown): string {
	const known = [UsageError, Refused, EnvironmentError, Problem].some(
		(kind) => error instanceof kind,
	);
	if (error instanceof Error && known) return error.message;
	const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
	const words = refusals[status];
	if (words === undefined) throw error;
	return words;
}

/** Runs one verb. Gives the exit code: 1 when it could not be done, 2 when it was not called rightly. */
export async function run(args: readonly string[], context: TerminalContext): Promise<0 | 1 | 2> {
	try {
		const given = read(args);
		if (given.values.help) context.print(usage);
		else await runVerb(given, context);
		return 0;
	} catch (error) {
		context.note(explain(error));
		if (!(error instanceof UsageError)) return 1;
		context.note('`npm run enquiries -- --help` shows how it is called.');
		return 2;
	}
}
