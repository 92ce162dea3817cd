import type { Document } from '#src/policies/text/document.ts';
import type { Decisions } from './decisions.ts';

const templates = /\{\{[^{}\n]{1,80}\}\}|\{%[^%\n]{1,80}%\}|<%[^%\n]{1,80}%>/g;
const blanks =
	/\[(?:[A-Z]{4}[A-Z ]*|(?:insert|your|company|date|name|address)\b[^\]\n]{0,60})\]|_{4,}/g;

/** Tells words that a program or a person had still to fill in. */
export function tellUnfinished(document: Document, decisions: Decisions): void {
	const runs = document.flatMap(({ title, blocks }) => [
		title,
		...blocks.map((block) => block.runs),
	]);
	for (const { text, href = '' } of runs.flat()) {
		for (const [found] of `${text}\n${href}`.matchAll(templates))
			decisions.add(`${found} is for the program that made the page: write what it stood for.`);
		for (const [found] of text.matchAll(blanks))
			decisions.add(`“${found}” was left to be filled in: write what belongs there.`);
	}
}
