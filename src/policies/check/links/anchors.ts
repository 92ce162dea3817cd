import type { Problem } from '../../problem.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import type { Span } from '../source/source.ts';
import type { Link } from './find.ts';
import type { Places } from './places.ts';

/** The places of the page that a link stands on. */
export interface Here {
	readonly address: string;
	readonly anchors: ReadonlySet<string>;
}

/** What is wrong with the place on a page that a link names. */
export function anchorMistake(link: Link, places: Places, here: Here): Problem | undefined {
	const target = placeOf(link, places);
	const hash = target.indexOf('#');
	if (hash === -1) return undefined;
	const [path, anchor] = [target.slice(0, hash), target.slice(hash + 1)];
	const address = path === '' ? here.address : path;
	const anchors = path === '' ? here.anchors : places.anchors(address);
	if (!anchors || anchors.has(anchor)) return undefined;
	const shift = link.target.length - target.length + hash + 1;
	const span: Span = [link.at[0] + shift, link.at[1]];
	return told(link, { span, anchor, address, anchors, own: path === '' }, places);
}

const placeOf = ({ target }: Link, { hosts }: Places): string => {
	const [start = '', host = ''] = /^https?:\/\/([^/?#:]*)/i.exec(target) ?? [];
	return hosts.includes(host.toLowerCase()) ? target.slice(start.length) : target;
};

interface Missed {
	readonly span: Span;
	readonly anchor: string;
	readonly address: string;
	readonly anchors: ReadonlySet<string>;
	readonly own: boolean;
}

function told(link: Link, missed: Missed, places: Places): Problem | undefined {
	const { span, anchor, address, anchors, own } = missed;
	if (/^https?:/i.test(link.target) && !places.addresses.has(address)) return undefined;
	const removed = places.clauses(address)?.[anchor];
	if (removed?.removed !== undefined) {
		const heir = removed.see.find((id) => anchors.has(id));
		const near =
			heir === undefined ? 'the clause that says it now, or take the link out' : `#${heir}`;
		const edits = heir === undefined ? undefined : [put(link.file, span, heir)];
		const values = { anchor, removed: removed.removed, near };
		return problem([link.file, span], 'link-removed', values, edits);
	}
	const near = anchor === '' ? undefined : nearest(anchor, anchors);
	const where = own ? 'in this text' : `at ${address}`;
	const cure = near === undefined ? 'the id of a clause or a place that is there' : `#${near}`;
	const edits = near === undefined ? undefined : [put(link.file, span, near)];
	return problem([link.file, span], 'link-clause', { anchor, where, near: cure }, edits);
}
