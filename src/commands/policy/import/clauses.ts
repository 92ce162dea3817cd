import type { HastNode } from 'satteri';
import type { Block, Level, Run } from '#src/policies/text/document.ts';
import { plain } from '#src/policies/text/document.ts';
import { vocabulary } from '#src/policies/redline/words/tokenise.ts';
import { idPattern } from '#src/policies/text/parse.ts';
import { blockOf, blocksOf, parts } from './blocks.ts';
import type { Decisions } from './decisions.ts';
import { attribute, childrenOf, find, isElement, wordsIn, type Element } from './hast.ts';
import type { Page } from './page.ts';
import { tellNumbers, withoutNumbers } from './heading-numbers.ts';
import { runsOf } from './runs.ts';

/** A clause that has no id of its own yet, with the one that the file gave it, if any. */
export interface Section {
	readonly level: Level;
	readonly title: readonly Run[];
	readonly blocks: readonly Block[];
	readonly given?: string;
}

export interface Text {
	readonly title?: string;
	readonly sections: readonly Section[];
}

interface Part {
	/** 1 to 6 for a heading, 0 for what stands under one. */
	readonly level: number;
	readonly title: readonly Run[];
	/** The number that the file had before the title. */
	readonly number?: string;
	readonly blocks: Block[];
	readonly given?: string;
}

/** Reads the clauses of a page: its headings with what stands under each. */
export function clausesOf(page: Page, decisions: Decisions): Text {
	const { root } = page;
	const start = find(root, 'main') ?? find(root, 'article') ?? find(root, 'body') ?? root;
	const around = wordsAround(root, start);
	if (around) decisions.add(`Only the main part of the page was read, not “${around}”.`);
	const all = parts(childrenOf(start), decisions);
	const bold = !all.some((part) => !Array.isArray(part) && headingLevel(part) > 1);
	if (bold)
		decisions.add('The file has no headings; short paragraphs in bold were taken for them.');
	const found: Part[] = [{ level: 0, title: [], blocks: [] }];
	for (const part of all) {
		const heading = Array.isArray(part) ? undefined : headingOf(part, bold, decisions);
		if (heading) found.push(heading);
		else if (Array.isArray(part)) found.at(-1)?.blocks.push(...blocksOf(part, decisions));
		else found.at(-1)?.blocks.push(...blockOf(part, decisions, 0));
	}
	const { title, rest } = withoutTitle(withoutNumbers(found), page.title);
	const started = joinedStart(rest, decisions);
	const sections = levelled(started, decisions);
	const words = sections.flatMap(({ blocks }) => blocks.map(({ runs }) => plain(runs))).join('\n');
	const headings = sections.map((section, at) => ({ ...started[at], ...section }));
	tellNumbers(headings, words, decisions);
	return { ...(title && { title }), sections: withNotes(sections) };
}

/** Footnotes under the clause whose words lead to them first, wherever the file had them. */
function withNotes(sections: readonly Section[]): Section[] {
	const notes = new Map<string, Block[]>();
	const rest = sections.map((section) => {
		let label: string | undefined;
		const blocks = section.blocks.filter((block) => {
			if (block.kind === 'note') ({ label } = block);
			else if (block.depth === 0) label = undefined;
			if (label !== undefined) notes.set(label, [...(notes.get(label) ?? []), block]);
			return label === undefined;
		});
		return { ...section, blocks };
	});
	return rest.map((section) => {
		const runs = [...section.title, ...section.blocks.flatMap((block) => block.runs)];
		const own = runs.flatMap(({ text, note }) => {
			const found = (note && notes.get(text)) || [];
			if (note) notes.delete(text);
			return found;
		});
		return { ...section, blocks: [...section.blocks, ...own] };
	});
}

/** The start of what stands in the body of a page outside its main part. */
function wordsAround(root: HastNode, start: HastNode): string {
	const body = find(root, 'body') ?? root;
	const outside = (node: HastNode): string =>
		node === start || (isElement(node) && /^(script|style|noscript)$/.test(node.tagName))
			? ''
			: node.type === 'text'
				? node.value
				: childrenOf(node).map(outside).join(' ');
	const words = start === body || start === root ? '' : outside(body).replace(/\s+/g, ' ').trim();
	return words.length > 80 ? `${words.slice(0, 80)}…` : words;
}

const headingLevel = (node: Element): number => Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0);

function headingOf(node: Element, bold: boolean, decisions: Decisions): Part | undefined {
	const level = headingLevel(node) || (bold && isBoldTitle(node) ? 2 : 0);
	if (level === 0) return undefined;
	const runs = runsOf(childrenOf(node), decisions).map(({ strong: _, ...run }) => run);
	const written = /\s*\{(?:\/\*\s*)?#([a-z][a-z0-9-]*)\s*(?:\*\/)?\}\s*$/.exec(plain(runs));
	const id = written?.[1] ?? attribute(node, 'id');
	const title = written ? cutEnd(runs, written[0].length) : runs;
	return { level, title, blocks: [], ...(idPattern.test(id) && { given: id }) };
}

/** A paragraph of one stretch of bold words, short and without a full stop. */
function isBoldTitle(node: Element): boolean {
	const inside = childrenOf(node).filter((child) => isElement(child) || wordsIn(child).trim());
	const [only] = inside;
	const words = wordsIn(node).trim();
	const bold = inside.length === 1 && only && isElement(only) && /^(strong|b)$/.test(only.tagName);
	return node.tagName === 'p' && Boolean(bold) && words.length < 90 && !/[.:;,]$/.test(words);
}

function cutEnd(runs: readonly Run[], length: number): Run[] {
	const last = runs.at(-1);
	return last ? [...runs.slice(0, -1), { ...last, text: last.text.slice(0, -length) }] : [];
}

/** The parts without the heading that names the whole file, which no clause is. */
function withoutTitle(
	found: readonly Part[],
	named?: string,
): { title?: string; rest: readonly Part[] } {
	const firsts = found.filter(({ level }) => level === 1);
	const [first] = firsts;
	const isOther =
		named && first && found.indexOf(first) > 0 && hasWords(found[0]) && !alike(named, first);
	if (firsts.length !== 1 || !first || found.indexOf(first) > 1 || isOther)
		return { ...(named && { title: named }), rest: found };
	const rest = found.flatMap((part) =>
		part === first ? [{ ...part, level: 0, title: [] }] : [part],
	);
	return { title: plain(first.title), rest };
}

const hasWords = (part: Part | undefined): boolean => (part?.blocks.length ?? 0) > 0;

/** Whether a heading has a word of what the file is called. */
const alike = (named: string, { title }: Part): boolean =>
	vocabulary([{ text: named }]).some((word) => vocabulary(title).includes(word));

/** Headings in three levels at most; words above the first get a clause of their own. */
function levelled(found: readonly Part[], decisions: Decisions): Section[] {
	const used = [...new Set(found.map(({ level }) => level))].toSorted();
	let above = 1;
	return found.map(({ level, title, blocks, given }): Section => {
		const wanted = 2 + Math.max(0, used.indexOf(level));
		if (wanted > 4)
			decisions.add(
				`“${plain(title)}” stood deeper than a policy's headings go; it is on the fourth level now.`,
			);
		const allowed = Math.min(wanted, above + 1, 4) as Level;
		above = allowed;
		return { level: allowed, title, blocks, ...(given && { given }) };
	});
}

function joinedStart(found: readonly Part[], decisions: Decisions): Part[] {
	const loose = found.filter(({ level }) => level === 0).flatMap(({ blocks }) => blocks);
	const headed = found.filter(({ level }) => level > 0);
	if (loose.length === 0) return headed;
	decisions.add(
		'Words above the first heading stand under “Introduction” now: give them the title you like.',
	);
	const first = headed.length > 0 ? Math.min(...headed.map(({ level }) => level)) : 2;
	return [
		{ level: first, title: [{ text: 'Introduction' }], blocks: loose, given: 'introduction' },
		...headed,
	];
}
