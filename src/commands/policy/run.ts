import { check } from './check.ts';
import { explain } from './explain.ts';
import { type ExitCode, type Subcommand, type Terminal, UsageError } from './subcommand.ts';

/** The subcommands in the order in which an editor meets them. */
const subcommands: Readonly<Record<string, Subcommand>> = { check, explain };

const usage = `npm run policy -- <subcommand>

${Object.values(subcommands)
	.map((one) => `  ${one.usage.padEnd(32)}${one.words}`)
	.join('\n')}

  <subcommand> --help             how it is called, with examples`;

const helpOf = ({ usage, words, help }: Subcommand): string =>
	`npm run policy -- ${usage}\n\n${words}\n\n${help}`;

const asksForHelp = (args: readonly string[]) => args.includes('--help') || args.includes('-h');

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const [name = '', ...rest] = args;
	const one = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
	if (one && !asksForHelp(rest)) return one.run(rest, terminal);
	if (!one && !asksForHelp(args))
		throw new UsageError(
			name === '' ? 'Name a subcommand.' : `There is no subcommand “${name}”.`,
		);
	terminal.print(one ? helpOf(one) : usage);
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
