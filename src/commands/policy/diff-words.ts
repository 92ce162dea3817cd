import { editsHtml, changesHtml } from '#src/policies/redline/redline-html.ts';
import type { BlockChange, ClauseChange, Redline } from '#src/policies/redline/changes.ts';
import { same } from '#src/policies/redline/edits.ts';
import { editsText } from '#src/policies/redline/redline-text.ts';
import { summary, untouched } from '#src/policies/redline/summary.ts';
import { escapeHtml } from '#src/escape-html.ts';

/** What a block starts with in the terminal, where it is no paragraph. */
const leads: Readonly<Partial<Record<BlockChange['kind'], string>>> = {
	bullet: '- ',
	number: '- ',
	head: '| ',
	row: '| ',
	quote: '> ',
};

const isTouched = ({ op, cells }: BlockChange): boolean =>
	op !== 'both' || cells.some((cell) => cell.op !== 'both' || !same(cell.edits));

const blockLine = ({ kind, cells }: BlockChange): string =>
	`  ${leads[kind] ?? ''}${cells.map(({ edits }) => editsText(edits)).join(' | ')}`;

function clauseLines(change: ClauseChange): string[] {
	const { id, title, blocks, is, was } = change;
	const name = `${(is ?? was)?.number} ${editsText(title)} #${id}`;
	return [name, summary(change), ...blocks.filter(isTouched).map(blockLine), ''];
}

/** `1 of 21 clauses differs.` */
function counted(changes: Redline): string {
	const count = changes.filter((change) => !untouched(change)).length;
	return `${count} of ${changes.length} clauses ${count === 1 ? 'differs' : 'differ'}.`;
}

/** A redline for the terminal: the clauses that changed, and in them the paragraphs that did. */
export function redlineLines(title: string, changes: Redline): string {
	const touched = changes.filter((change) => !untouched(change));
	return [title, counted(changes), '', ...touched.flatMap(clauseLines)].join('\n').trimEnd();
}

const style = `:root{color-scheme:light dark;font:1.0625rem/1.6 system-ui,sans-serif}body{max-width:42rem;margin:2rem auto;padding:0 1rem}
ins{text-decoration:underline 2px;background:#2a8a3a33}del{text-decoration:line-through 2px;background:#c0392b33}
.summary,.to{opacity:.75}.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table{border-collapse:collapse}td,th{border:1px solid;padding:.25rem .5rem}`;

/** The clauses that changed as HTML: their title, what happened in words, and the words themselves. */
const sectionsOf = (changes: Redline): string[] =>
	changes
		.filter((change) => !untouched(change))
		.map(
			(change) => `<section id="${change.id}">
<h2>${(change.is ?? change.was)?.number} ${editsHtml(change.title)}</h2>
<p class="summary">${escapeHtml(summary(change))}</p>
${changesHtml(change.blocks)}
</section>`,
		);

/** A redline as a part of a page of Markdown that may hold HTML. */
export const redlineSection = (title: string, changes: Redline): string =>
	[`## ${title}`, '', counted(changes), '', ...sectionsOf(changes), ''].join('\n');

/** A redline as a page that needs nothing beside itself. */
export function redlinePage(title: string, changes: Redline): string {
	return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
<h1>${escapeHtml(title)}</h1>
<p>${counted(changes)} Words taken out are <del>struck through</del>, words put in are <ins>underlined</ins>.</p>
${sectionsOf(changes).join('\n')}
</html>
`;
}
