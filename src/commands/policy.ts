import { enableCompileCache } from 'node:module';

// Most of the time would go into reading the program itself.
enableCompileCache();
const { run } = await import('./policy/run.ts');

/** What editors of the policies run: `npm run policy -- <subcommand>`. */
process.exitCode = await run(process.argv.slice(2), {
	variables: process.env,
	root: process.cwd(),
	now: Date.now,
	print: (text) => console.log(text),
	note: (text) => console.error(text),
});
