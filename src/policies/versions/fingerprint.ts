import { canonical, hashOf } from '../text/canonical.ts';
import type { Document } from '../text/document.ts';

/** Enough of a hash that a change of words does not leave it as it was. */
const length = 12;

/** Twelve hexadecimal digits that change with the words of the clauses named, and not with their numbers or those of others. */
export function fingerprint(document: Document, ids: readonly string[]): string {
	const texts = document.filter(({ id }) => ids.includes(id)).map((one) => canonical([one]));
	return hashOf(texts.join('\n')).slice(0, length);
}
