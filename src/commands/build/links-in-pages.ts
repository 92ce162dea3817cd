import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A link of a built page that leads nowhere. */
export interface DeadLink {
	/** The address of the page that it stands on. */
	readonly page: string;
	readonly target: string;
	readonly why: 'page' | 'place';
}

const attribute =
	/<(?:a|link|img|script|source|form)\b[^>]*?\s(?:href|src|action)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const ids = /\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

const decoded = (text: string): string =>
	text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"');

const found = (html: string, pattern: RegExp): string[] =>
	[...html.matchAll(pattern)].map(([, a, b, c]) => decoded(a ?? b ?? c ?? ''));

interface Answered {
	/** The site's own address, without a slash at its end. */
	readonly site: string;
	/** Paths that the function answers. */
	readonly others: readonly string[];
}

/** Links of the pages in a built site that lead to no page or file of it, or to no place on the page. */
export function deadLinks(directory: string, { site, others }: Answered): DeadLink[] {
	const files = globSync('**/*', { cwd: directory }).map(
		(path) => `/${path.replaceAll('\\', '/')}`,
	);
	const known = new Set([
		...files,
		...files.map((path) => path.replace(/\/index\.html$/, '/')),
		...others,
	]);
	const pages = files.filter((path) => path.endsWith('.html'));
	const htmlOf = new Map(pages.map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
	const idsOf = new Map(
		[...htmlOf].map(([path, html]) => [
			path.replace(/index\.html$/, ''),
			new Set(found(html, ids)),
		]),
	);
	return [...htmlOf].flatMap(([file, html]) => {
		const page = file.replace(/index\.html$/, '');
		return [...new Set(found(html, attribute))].flatMap((target): DeadLink[] => {
			const url = URL.parse(target, `${site}${page}`);
			if (!url || url.origin !== site) return [];
			const path = decodeURIComponent(url.pathname);
			if (!known.has(path)) return [{ page, target, why: 'page' }];
			const place = decodeURIComponent(url.hash.slice(1));
			const places = idsOf.get(path);
			const lost = place !== '' && places !== undefined && !places.has(place);
			return lost ? [{ page, target, why: 'place' }] : [];
		});
	});
}

/** Dead links in words, each target once, with the pages that have it. */
export function deadLinksInWords(links: readonly DeadLink[]): string {
	const each = Map.groupBy(links, ({ target, why }) => `${why} ${target}`);
	const lines = [...each.values()].map((same) => {
		const [first] = same;
		const where = same
			.slice(0, 3)
			.map(({ page }) => page)
			.join(', ');
		const more = same.length > 3 ? ` and ${same.length - 3} more` : '';
		const what = first?.why === 'page' ? 'there is no such page' : 'the page has no such place';
		return `  ${first?.target}: ${what}. It stands on ${where}${more}.`;
	});
	return `Links of the finished site lead nowhere:\n${lines.join('\n')}\nCorrect them in the files that the pages are made of.`;
}
