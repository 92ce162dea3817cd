import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MdastNode, mdxToMdast } from 'satteri';
import { folderIn } from './policies.ts';
import { readArguments } from './arguments.ts';
import { askAll, type Asked } from './outside.ts';
import { type Subcommand, UsageError } from './subcommand.ts';

const options = {
	list: { type: 'boolean', default: false },
	timeout: { type: 'string', default: '10' },
} as const;

/** Asks the addresses outside the site that its words name. */
export const links: Subcommand = {
	usage: 'links',
	words: 'Asks every address outside the site, in policies and pages, whether it still answers.',
	help: `Links inside the site are a matter of “check”; this asks the others over the network, each once.

  --list              names the links with their places, and asks nobody
  --timeout <seconds> how long an address may take (10)

It ends with 0 when all answer, and with 1 when one does not.`,
	async run(args, terminal) {
		const { values } = readArguments(args, { options, words: 0 });
		const seconds = Number(values.timeout);
		if (!(seconds > 0 && seconds <= 300))
			throw new UsageError(`“${values.timeout}” is no number of seconds from 1 to 300.`);
		const found = outsideLinks(join(folderIn(terminal), '..'));
		if (values.list) {
			for (const { place, href } of found) terminal.print(`${place} ${href}`);
			terminal.print(counted(found.length, 'link leads', 'links lead'));
			return 0;
		}
		const answers = await askAll([...new Set(found.map(({ href }) => href))], seconds * 1000);
		const dead = found.filter(({ href }) => answers.get(href)?.fine === false);
		for (const { place, href } of dead)
			terminal.note(`${place} ${href} ${words(answers.get(href))}`);
		terminal.print(
			`${counted(found.length, 'link leads', 'links lead')} ${dead.length === 0 ? 'All of them answer.' : `${dead.length} of them ${dead.length === 1 ? 'does' : 'do'} not answer.`}`,
		);
		return dead.length === 0 ? 0 : 1;
	},
};

const counted = (count: number, one: string, many: string) =>
	`${count} ${count === 1 ? one : many} out of the site.`;

const words = (asked: Asked | undefined): string => asked?.words ?? '';

interface Link {
	/** `file:line:column` */
	readonly place: string;
	readonly href: string;
}

/** Every link to another site in the MDX files of a folder; files that cannot be read are left to the check. */
function outsideLinks(folder: string): Link[] {
	return globSync('**/*.mdx', { cwd: folder })
		.toSorted()
		.flatMap((name) => {
			const file = join(folder, name);
			return linksOf(tree(readFileSync(file, 'utf8')), file);
		});
}

function tree(source: string): MdastNode | undefined {
	try {
		return mdxToMdast(source);
	} catch {
		return undefined;
	}
}

function linksOf(node: MdastNode | undefined, file: string): Link[] {
	if (!node) return [];
	const { line = 1, column = 1 } = node.position?.start ?? {};
	const own =
		(node.type === 'link' || node.type === 'definition') && /^https?:\/\//.test(node.url)
			? [{ place: `${file}:${line}:${column}`, href: node.url }]
			: [];
	const children: readonly MdastNode[] = 'children' in node ? node.children : [];
	return [...own, ...children.flatMap((child) => linksOf(child, file))];
}
