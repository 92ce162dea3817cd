import { type ExitCode, type Subcommand, type Terminal, UsageError } from './subcommand.ts';

/**
 * The subcommands in the order in which an editor meets them. Each is loaded when it is asked for: the check must run even
 * when a mistake in the facts keeps the others from being loaded.
 */
const subcommands: Readonly<Record<string, () => Promise<Subcommand>>> = {
	new: async () => (await import('./new.ts')).newVersion,
	import: async () => (await import('./import.ts')).importFiles,
	check: async () => (await import('./check.ts')).check,
	explain: async () => (await import('./explain.ts')).explain,
	diff: async () => (await import('./diff.ts')).diff,
	publish: async () => (await import('./publish.ts')).publish,
	unlock: async () => (await import('./unlock.ts')).unlock,
	withdraw: async () => (await import('./withdraw.ts')).withdraw,
	notice: async () => (await import('./notice.ts')).notice,
	links: async () => (await import('./links.ts')).links,
};

async function usage(): Promise<string> {
	const all = await Promise.all(Object.values(subcommands).map((load) => load()));
	const lines = all.map((one) => `  ${one.usage.padEnd(32)}${one.words}`);
	return `npm run policy -- <subcommand>

${lines.join('\n')}

  <subcommand> --help             how it is called, with examples`;
}

const helpOf = ({ usage, words, help }: Subcommand): string =>
	`npm run policy -- ${usage}\n\n${words}\n\n${help}`;

const asksForHelp = (args: readonly string[]) => args.includes('--help') || args.includes('-h');

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const [name = '', ...rest] = args;
	const one = Object.hasOwn(subcommands, name) ? await subcommands[name]?.() : undefined;
	if (one && !asksForHelp(rest)) return one.run(rest, terminal);
	if (!one && !asksForHelp(args))
		throw new UsageError(name === '' ? 'Name a subcommand.' : `There is no subcommand “${name}”.`);
	terminal.print(one ? helpOf(one) : await usage());
	return 0;
}

/** Runs one subcommand and gives the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	try {
		return await dispatch(args, terminal);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		terminal.note(`${error.message}\n\`npm run policy -- --help\` shows how it is called.`);
		return 2;
	}
}
