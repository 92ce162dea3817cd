import type { Problem } from '../../problem.ts';
import type { Site } from '../files/site.ts';
import { linkMistakes } from '../links/link-rules.ts';
import type { Places } from '../links/places.ts';
import { idsOn } from '../links/site-places.ts';
import { nearest } from '../source/nearest.ts';
import { problem } from '../source/report.ts';
import { source } from '../source/source.ts';
import { textMistakes } from '../words/text-rules.ts';
import { placeholdersIn } from '../words/unfinished.ts';
import type { Drawn } from './drawn.ts';
import { type PageFile, pageFile } from './page-file.ts';
import { imageMistakes, tagMistakes } from './page-rules.ts';

/** Reads the pages of a site. */
export const readPages = ({ texts }: Site): PageFile[] =>
	[...texts.values()]
		.filter(({ path }) => /^src\/content\/pages\/[^/]+\.mdx$/.test(path))
		.map(pageFile);

interface Given {
	readonly site: Site;
	readonly pages: readonly PageFile[];
	readonly drawn: readonly Drawn[];
	readonly places: Places;
}

/** What is wrong with the pages, and between them and the routes that draw them. */
export function pageMistakes({ pages, drawn, places }: Given): Problem[] {
	const files = new Set([...places.addresses].filter((address) => /\.\w+$/.test(address)));
	const names = drawn.map(({ entry }) => entry);
	const missing = drawn.filter(({ entry }) => !pages.some((page) => page.entry === entry));
	const absent = missing.map(({ entry, address }) => {
		const undrawn = pages.map((page) => page.entry).filter((name) => !names.includes(name));
		const near = nearest(entry, undrawn);
		const values = { address, near: near === undefined ? '' : `: ${near}.mdx looks like it` };
		return problem([source(`src/content/pages/${entry}.mdx`, ''), [0, 0]], 'page-missing', values);
	});
	return [
		...absent,
		...pages.flatMap((page) => {
			const own = drawn.find(({ entry }) => entry === page.entry);
			const undrawn = own
				? []
				: [
						problem([page.file, [0, 0]], 'page-undrawn', {
							names: names.map((name) => `${name}.mdx`).join(', '),
						}),
					];
			return [...undrawn, ...page.problems, ...(own ? words(page, own, places, files) : [])];
		}),
	];
}

function words(
	{ file, text }: PageFile,
	own: Drawn,
	places: Places,
	files: ReadonlySet<string>,
): Problem[] {
	if (!text) return [];
	if (text.blocks.length === 0)
		return [
			problem(
				[file, [Math.max(file.text.trimEnd().length - 1, 0), file.text.length]],
				'page-empty',
				{},
			),
		];
	const here = { address: own.address, anchors: idsOn(text, own) };
	return [
		...textMistakes(text, { forReaders: true }),
		...placeholdersIn(file, [0, text.body[0]]),
		...tagMistakes(text, own),
		...imageMistakes(text, files),
		...linkMistakes(text, places, here),
	];
}
