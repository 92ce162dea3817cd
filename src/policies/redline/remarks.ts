import type { Kind, Style } from '../text/document.ts';
import { escapeHtml } from '#src/escape-html.ts';
import type { Edit, Elsewhere } from './edits.ts';

/** What the page itself says inside the words of a policy. */
export const remark = (html: string, more = ''): string =>
	html && `<span class="remark${more}">${html}</span>`;

const link = ({ id, number }: Elsewhere) => `<a href="#${id}">clause ${number}</a>`;

/** Where a passage, or several in a row, stood before. */
export function movedWords(from: Elsewhere, count = 1): string {
	const these = count > 1 ? `These ${count}` : '';
	const was = these ? `${these} were` : 'Was';
	switch (from.way) {
		case 'clause':
			return `${these ? `${these} moved` : 'Moved'} here from ${link(from)}`;
		case 'split':
			return `${these ? `These ${count} split` : 'Split'} off`;
		case 'joined':
			return 'Joined on';
		case 'shape':
			return `${was} ${(count > 1 ? from.formerly?.many : from.formerly?.one) ?? 'set in differently'}`;
		default:
			return `${these ? `${these} moved` : 'Moved'} ${from.way}`;
	}
}

/** Where a passage, or several in a row, stands now; nothing where that is plain to see, as in a short list. */
export function leftWords(to: Elsewhere, kind: Kind, count = 1): string {
	const these = count > 1 ? `${count} moved` : 'Moved';
	if (to.way === 'clause') return `${these} to ${link(to)}`;
	const far = (to.way === 'up' || to.way === 'down') && kind === 'paragraph';
	return far ? `${these} ${to.way}` : '';
}

const looks = {
	strong: 'bold',
	em: 'in italics',
	strike: 'struck out',
	code: 'set as code',
	note: 'the sign of a footnote',
} as const;

/** What is different about words that stayed: their link, or their look. */
export function restyledWords({ was, runs }: Extract<Edit, { op: 'restyled' }>): string {
	const [a, b]: [Style, Style] = [was[0] ?? {}, runs[0] ?? {}];
	const [old, now] = [a.href, b.href];
	const parts = [
		...(old !== undefined && now !== undefined && old !== now
			? [`link was ${target(old)}, is now ${target(now)}`]
			: old !== undefined && now === undefined
				? [`no longer a link to ${target(old)}`]
				: old === undefined && now !== undefined
					? [`now a link to ${target(now)}`]
					: []),
		...(['strong', 'em', 'strike', 'code', 'note'] as const).flatMap((look) =>
			a[look] === b[look] ? [] : [`${b[look] ? 'now' : 'no longer'} ${looks[look]}`],
		),
		...(a.abbr === b.abbr ? [] : [`short for “${escapeHtml(b.abbr ?? '')}”`]),
		...(a.image?.sha256 === b.image?.sha256 ? [] : ['another picture']),
	];
	return parts.join(', ');
}

/** The target of a link in words. */
export const target = (href: string): string =>
	`<span class="to">${escapeHtml(`<${href}>`)}</span>`;
