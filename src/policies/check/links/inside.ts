import type { Problem } from '../../problem.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import type { Link } from './find.ts';
import type { Places } from './places.ts';

/** What is wrong with a link to this site, or to a place on the same page. */
export function inside(link: Link, places: Places): Problem | undefined {
	const { target } = link;
	if (target.startsWith('#')) return undefined;
	const [, path = '', query = '', anchor = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(target) ?? [];
	const parts = { path, rest: query + anchor };
	return file(link, parts, places) ?? slashes(link, parts, places) ?? page(link, parts, places);
}

interface Parts {
	readonly path: string;
	readonly rest: string;
}

/** A link to the file that a page is made from. */
function file(link: Link, { path, rest }: Parts, places: Places): Problem | undefined {
	const names =
		/\.(?:mdx?|astro|html?)$/i.test(path) || /^\.{1,2}\/|\/src\/|src\/content/.test(path);
	if (!names || places.addresses.has(path)) return undefined;
	const page = places.ofFile(path);
	const fixed = page === undefined ? 'the address of a page, such as /privacy/' : page + rest;
	const edits = page === undefined ? undefined : [put(link.file, link.at, fixed)];
	return problem([link.file, link.at], 'link-file', { target: path, fixed }, edits);
}

/** A path of this site without its slash in front or at its end. */
function slashes(link: Link, { path, rest }: Parts, places: Places): Problem | undefined {
	const place = [link.file, link.at] as const;
	const full = `/${path.split('/').filter(Boolean).join('/')}${path === '/' ? '' : '/'}`;
	const small = full.toLowerCase();
	if (places.addresses.has(path) || !places.addresses.has(small)) return undefined;
	const fixed = small + rest;
	const edits = [put(link.file, link.at, fixed)];
	if (!path.startsWith('/'))
		return problem(place, 'link-slash-first', { target: path, fixed }, edits);
	if (!path.endsWith('/')) return problem(place, 'link-slash', { target: path, fixed }, edits);
	return problem(place, 'link-page', { target: path, near: fixed }, edits);
}

function page(link: Link, { path, rest }: Parts, places: Places): Problem | undefined {
	if (places.addresses.has(path)) return undefined;
	const near = nearest(path, places.addresses);
	const fixed = near === undefined ? undefined : near + rest;
	const edits = fixed === undefined ? undefined : [put(link.file, link.at, fixed)];
	const values = { target: path, near: fixed ?? 'the address of a page that is there' };
	return problem([link.file, link.at], 'link-page', values, edits);
}
