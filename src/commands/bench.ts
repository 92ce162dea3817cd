import { readdirSync } from 'node:fs';

/** Measures: `npm run bench -- <name> …`, or all of them with `all`; without a name, says which there are. */
const names = readdirSync(new URL('./bench/', import.meta.url), { withFileTypes: true })
	.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
	.map(({ name }) => name.replace(/\.ts$/, ''));
const asked = process.argv.slice(2);
const chosen = asked.includes('all') ? names : asked;
const strange = chosen.find((name) => !names.includes(name));

if (chosen.length === 0 || strange !== undefined) {
	if (strange !== undefined) console.error(`There is nothing to measure called “${strange}”.`);
	console.error(`npm run bench -- <name> …, or all. There are: ${names.join(', ')}.`);
	process.exitCode = 2;
} else {
	for (const name of chosen) {
		const { run }: { run: () => Promise<void> } = await import(`./bench/${name}.ts`);
		await run();
	}
}
