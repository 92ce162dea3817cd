import type { Problem } from '../../problem.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import { invisibleIn, visible } from '../words/characters.ts';
import type { Link } from './find.ts';
import type { Places } from './places.ts';
import { mail, telephone } from './contacts.ts';
import { inside } from './inside.ts';

/** What is wrong with a link: the first cause alone. */
export function linkMistake(link: Link, places: Places): Problem | undefined {
	const { file, target, words, whole, at } = link;
	if (words === '') return problem([file, whole], 'link-words', { target: target || 'nowhere' });
	if (target.trim() === '') return problem([file, whole], 'link-target', { words });
	const unseen = invisibleIn(target) ?? invisibleIn(safeDecoded(target));
	if (unseen === undefined) return scheme(link, places);
	// A sign that stands in the file as it is was told with its own place.
	if (visible(target) !== target && !/[\u00a0\u2007\u202f]/.test(target)) return undefined;
	const fixed = visible(safeDecoded(target));
	return problem([file, at], 'link-invisible', { name: unseen, fixed }, [put(file, at, fixed)]);
}

function safeDecoded(target: string): string {
	try {
		return decodeURI(target);
	} catch {
		return target;
	}
}

const unsafe = /^(javascript|data|vbscript|file|blob|about|chrome|ftp):/i;

function scheme(link: Link, places: Places): Problem | undefined {
	const { file, target, at } = link;
	const bad = unsafe.exec(target)?.[1] ?? /^(?:[a-z]:[\\/]|\\\\)/i.exec(target)?.[0];
	if (bad !== undefined) return problem([file, at], 'link-unsafe', { scheme: bad });
	if (/^mailto:/i.test(target) || /^[^\s/@:?#]+@[^\s/@]+\.[a-z]+$/i.test(target)) return mail(link);
	if (/^(?:tel|phone|callto|sms):/i.test(target) || /^\+?[\d ()-]{9,}$/.test(target))
		return telephone(link);
	if (/^www\./i.test(target)) {
		const fixed = `https://${target}`;
		return problem([file, at], 'link-www', { fixed }, [put(file, at, fixed)]);
	}
	if (/^https?:\/\/[^/\s]/i.test(target)) return outside(link, places);
	const started = /^([a-z]{2,8})(?::?\/{0,3}|;\/{2})(?=[\w-]+\.[a-z]{2,}(?:[/:?#]|$))/i.exec(
		target,
	);
	const looks = /^[a-z]+[:;]|^[a-z]+\/\/|^:?\/\/[\w-]+\.\w/i.test(target);
	if (looks && !target.startsWith('#')) return misspelt(link, started?.[0] ?? '');
	return inside(link, places);
}

const schemes = ['https', 'http', 'mailto', 'tel'];

function misspelt({ file, target, at }: Link, _start: string): Problem {
	const written = /^[a-z]*[:;]?\/*/i.exec(target)?.[0] ?? '';
	const name = /^[a-z]*/i.exec(written)?.[0] ?? '';
	const near = name === '' ? 'https' : (nearest(name, schemes) ?? 'https');
	const start = ['http', 'https'].includes(near) ? `${near}://` : `${near}:`;
	const fixed = start + target.slice(written.length);
	return problem([file, at], 'link-scheme', { scheme: written, fixed }, [put(file, at, fixed)]);
}

function outside(link: Link, places: Places): Problem | undefined {
	const { file, target, at, bare } = link;
	const host = /^https?:\/\/([^/?#:]*)/i.exec(target)?.[1]?.toLowerCase() ?? '';
	if (
		/^(?:localhost|127\.|0\.0\.0\.0|192\.168\.|10\.\d)|\.local$|\.netlify\.app$/.test(host) ||
		!host.includes('.')
	)
		return problem([file, at], 'link-host', { host });
	if (/\.\.|\.$|^\.|,|%20/.test(host)) return problem([file, at], 'link-host', { host });
	if (bare || !places.hosts.includes(host)) return undefined;
	const path = target.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
	const shift = target.length - path.length;
	return inside(
		{
			...link,
			target: path,
			at: [at[0] + (path === '/' && shift < 0 ? 0 : Math.max(shift, 0)), at[1]],
		},
		places,
	);
}
