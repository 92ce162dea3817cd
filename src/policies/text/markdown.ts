import type { Block, Document, Run } from './document.ts';
import { readings } from './markers.ts';

/** Runs as Markdown; a link that holds several styles is written once. */
export function markdown(runs: readonly Run[]): string {
	let text = '';
	runs.forEach((run, index) => {
		const opens = run.href !== undefined && runs[index - 1]?.href !== run.href;
		const closes = run.href !== undefined && runs[index + 1]?.href !== run.href;
		text += `${opens ? '[' : ''}${styled(run)}${closes ? `](${run.href})` : ''}`;
	});
	return lineStart(text);
}

function styled(run: Run): string {
	const { strong, em, strike } = run;
	const safe = words(run);
	const slanted = em ? `_${safe}_` : safe;
	const struck = strike ? `~~${slanted}~~` : slanted;
	return strong ? `**${struck}**` : struck;
}

function words({ text, code, note, image }: Run): string {
	if (note) return `[^${text}]`;
	if (code) return codeSpan(text);
	const safe = text.replace(/[\\`*_[\]<{}|~]|&(?=#?\w+;)/g, '\\$&').replaceAll('\n', '\\\n');
	return image ? `![${safe}](${image.src}){/* sha256 ${image.sha256} */}` : safe;
}

/** Text between more backticks than it holds itself. */
function codeSpan(text: string): string {
	const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
	const fence = '`'.repeat(longest + 1);
	const blank = /^`|`$|^ .* $/.test(text) ? ' ' : '';
	return fence + blank + text + blank + fence;
}

/** What a line may start with that would mean something else. */
const suspicious = /^(?:[#>+=:(\d-]|[A-Za-z]{1,6}[.)] |export\b|import\b)/m;

/** Keeps words that would mean something else at the start of a line from doing so. */
function lineStart(text: string): string {
	if (!suspicious.test(text)) return text;
	return text
		.replace(/^(?=[#>+=-])/gm, '\\')
		.replace(/^:(?= |$)/gm, '\\:')
		.replace(/^(\d+)(?=[.)])/gm, '$1\\')
		.replace(/^(\(?)([A-Za-z]{1,6})([.)])(?= )|^\(\d+\)(?= )/gm, unmarked)
		.replace(/^(e)xport\b|^(i)mport\b/gm, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
}

/** Words such as `(a)` or `I.` that would be taken for the marker of an item. */
const unmarked = (found: string): string =>
	readings(found).length === 0 ? found : found.replace(/^\(|(?<=^\w+)[.)]/, '\\$&');

interface Row {
	readonly align: Block['align'] | undefined;
	readonly head: boolean;
	/** Comments for the end of the last cell. */
	readonly ids: readonly string[];
}

const rules = { none: '---', left: ':--', right: '--:', center: ':-:' };

/** The runs of a row as a line of a Markdown table; a head with the line under it. */
export function rowMarkdown(runs: readonly Run[], { head, ids, align = [] }: Row): string {
	const cells = [markdown(runs.map(pipeless)), ...ids].join(' ').split('\t');
	const row = `| ${cells.join(' | ')} |`;
	const rule = cells.map((_, index) => ` ${rules[align[index] ?? 'none']} |`);
	return head ? `${row}\n|${rule.join('')}` : row;
}

/** Code in a cell hides its bars, which would end the cell. */
const pipeless = (run: Run): Run =>
	run.code ? { ...run, text: run.text.replaceAll('|', '\\|') } : run;

/** What the abbreviations of a document stand for, each once, as the last part of its Markdown. */
export function abbreviations(document: Document): string[] {
	const found = new Map<string, string>();
	for (const { title, blocks } of document)
		for (const { text, abbr } of [...title, ...blocks.flatMap(({ runs }) => runs)])
			if (abbr !== undefined) found.set(text, abbr);
	const lines = [...found].map(([text, meaning]) => `*[${text}]: ${meaning}\n`);
	return lines.length > 0 ? [lines.join('')] : [];
}
