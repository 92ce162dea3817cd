import type { MdastNode } from 'satteri';
import { joined, type Run, type Style } from './document.ts';
import { lineAround, type Reading, written } from './reading.ts';
import { cutAtComments } from './source.ts';
import { escapeMessage, htmlMessage } from './tags.ts';

type Node<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;

export interface Inline {
	readonly runs: readonly Run[];
	/** Ids written as comments, in order: `{/* #retention *\/}`. */
	readonly ids: readonly string[];
}

const idComment = /^\/\*\s*#(\S*)\s*\*\/$/;

/** Reads the words inside a heading, paragraph or cell; what has no place in a policy is reported. */
export function inline(nodes: readonly MdastNode[], reading: Reading): Inline {
	const ids: string[] = [];
	const { report, source } = reading;

	function read(node: MdastNode, style: Style): Run[] {
		const all = (children: readonly MdastNode[], more: Style) =>
			children.flatMap((child) => read(child, { ...style, ...more }));
		switch (node.type) {
			case 'text':
				return textRuns(node, style);
			case 'break':
				return [{ ...style, text: '\n' }];
			case 'strong':
				return all(node.children, { strong: true });
			case 'emphasis':
				return all(node.children, { em: true });
			case 'delete':
				if (!written(node, source).startsWith('~~'))
					report(
						node,
						'markup-other',
						'Two tildes strike words out: ~~words~~. Write \\~ for the sign itself.',
					);
				return all(node.children, { strike: true });
			case 'inlineCode':
				return [{ ...style, code: true, text: node.value }];
			case 'link':
				if (node.title)
					report(node, 'link-title', `A link has no title: take out “${node.title}”.`);
				return all(node.children, { href: node.url });
			case 'linkReference':
				return all(node.children, { href: target(node, reading) });
			case 'footnoteReference':
				reading.used.add(`^${node.identifier}`);
				return [{ ...style, note: true, text: node.label ?? node.identifier }];
			case 'image':
				return image(node, style, reading);
			case 'imageReference':
				report(
					node,
					'markup-other',
					`Write the picture’s address beside its words: ![${node.alt}](/picture.png)`,
				);
				return [];
			case 'html':
				reportTag(node, reading);
				return [];
			default:
				report(
					node,
					'markup-other',
					`A policy holds words, bold, italics and links, not ${node.type} markup.`,
				);
				return [];
		}
	}

	function textRuns(node: Node<'text'>, style: Style): Run[] {
		reportSigns(node, reading);
		return cutAtComments(node.value).flatMap((part, index): Run[] => {
			if (index % 2 === 0)
				return abbreviated({ ...style, text: part.replace(/\s+/g, ' ') }, reading);
			const id = idComment.exec(part)?.[1];
			if (id !== undefined) ids.push(id);
			return [];
		});
	}

	return { runs: trimmed(joined(nodes.flatMap((node) => read(node, {})))), ids };
}

/** One message a line: its cure is the whole line. */
function reportTag(node: Node<'html'>, { report, source, tagged }: Reading): void {
	const line = lineAround(source, node.position?.start.offset ?? 0);
	if (!tagged.has(line.start)) report(node, 'html', htmlMessage(node.value, line.text));
	tagged.add(line.start);
}

function target(node: Node<'linkReference'>, { targets, used }: Reading): string {
	used.add(node.identifier);
	return targets.get(node.identifier) ?? '';
}

function image(node: Node<'image'>, style: Style, { report, image: find }: Reading): Run[] {
	const { url, title, alt } = node;
	if (title) report(node, 'link-title', `A picture has no title: take out “${title}”.`);
	if (!alt) report(node, 'checked', `Say in the brackets what the picture shows: ![…](${url})`);
	const found = find(url);
	if (found) return [{ ...style, text: alt ?? '', image: found }];
	const file = url.split('/').at(-1);
	const cure = `Put the file into public/ and write its address there: ![${alt}](/${file})`;
	report(node, 'checked', `There is no picture of this site at ${url}. ${cure}`);
	return [];
}

/** Signs that would start something in MDX, and brackets that lead nowhere. */
function reportSigns(node: Node<'text'>, { report, source }: Reading): void {
	const start = node.position?.start.offset ?? 0;
	const text = written(node, source);
	const told = new Set<number>();
	if (!/[<{[]/.test(text)) return;
	const visible = text.replace(/\{\/\*[\s\S]*?\*\/\s*\}|\\./g, (all) => ' '.repeat(all.length));
	for (const { index, 0: sign } of visible.matchAll(/<(?!\s)|\{/g)) {
		const line = lineAround(source, start + index);
		if (!told.has(line.start)) report(start + index, 'checked', escapeMessage(sign, line.text));
		told.add(line.start);
	}
	for (const { index, 0: found, 1: sign, 2: name } of visible.matchAll(
		/\[\^([^\]\s]+)\]|\[[^[\]]+\]\[([^[\]]+)\]/g,
	))
		report(
			start + index,
			sign ? 'note-unwritten' : 'checked',
			sign
				? `The footnote ${found} is not written. Write it under the paragraph: ${found}: its words`
				: `No address is given for [${name}]. Write it under the paragraph: [${name}]: /address/`,
		);
}

/** A run cut where an abbreviation stands. */
function abbreviated(run: Run, { abbreviations, used }: Reading): Run[] {
	if (abbreviations.size === 0) return [run];
	const names = [...abbreviations.keys()].toSorted((a, b) => b.length - a.length);
	const pattern = names.map((name) => RegExp.escape(name)).join('|');
	const parts = run.text.split(
		new RegExp(`(?<![\\p{L}\\p{N}])(${pattern})(?![\\p{L}\\p{N}])`, 'u'),
	);
	return parts.map((text, index) => {
		if (index % 2 === 0) return { ...run, text };
		used.add(`*${text}`);
		return { ...run, text, abbr: abbreviations.get(text)?.meaning ?? '' };
	});
}

/** Without blanks at either end, after a line break, or doubled where a comment was taken out. */
export function trimmed(runs: readonly Run[]): Run[] {
	let before = '\n';
	const tight = runs.map((run) => {
		const last = before.at(-1);
		const text = last === ' ' || last === '\n' ? run.text.trimStart() : run.text;
		before = text || before;
		return { ...run, text: text.includes('\n') ? text.replace(/ *\n */g, '\n') : text };
	});
	const last = tight.at(-1);
	return joined(last ? tight.with(-1, { ...last, text: last.text.trimEnd() }) : tight);
}
