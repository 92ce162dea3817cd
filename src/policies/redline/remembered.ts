import type { Document } from '../text/document.ts';
import type { Redline } from './changes.ts';
import { redline } from './redline.ts';

/** A version by its words and their hash. */
interface Hashed {
	readonly hash: string;
	readonly document: Document;
}

/** How many redlines are held. Pages and feeds of one policy are drawn close together. */
const most = 2000;
const held = new Map<string, Redline>();

/** The redline of two versions, made once a build for all the pages and feeds that show it. */
export function redlineOf(from: Hashed, to: Hashed): Redline {
	const key = `${from.hash} ${to.hash}`;
	const known = held.get(key);
	if (known) return known;
	const made = redline(from.document, to.document);
	const [oldest] = held.size < most ? [] : held.keys();
	if (oldest !== undefined) held.delete(oldest);
	held.set(key, made);
	return made;
}
