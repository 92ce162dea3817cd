import type { MdastNode } from 'satteri';
import { joined, type Run } from './document.ts';

type Style = Omit<Run, 'text'>;

/** Tells the editor what stands at `node` and cannot stay there. */
export type Report = (node: MdastNode, message: string) => void;

export interface Inline {
	readonly runs: readonly Run[];
	/** Ids written as comments, in order: `{/* #retention *\/}`. */
	readonly ids: readonly string[];
}

const comment = /^\/\*\s*#(\S*)\s*\*\/$/;

/** Reads the words inside a heading, paragraph or cell; what has no place in a policy is reported. */
export function inline(nodes: readonly MdastNode[], report: Report): Inline {
	const ids: string[] = [];

	function read(node: MdastNode, style: Style): Run[] {
		switch (node.type) {
			case 'text':
				return [{ ...style, text: node.value.replace(/\s+/g, ' ') }];
			case 'break':
				return [{ ...style, text: '\n' }];
			case 'strong':
				return node.children.flatMap((child) => read(child, { ...style, strong: true }));
			case 'emphasis':
				return node.children.flatMap((child) => read(child, { ...style, em: true }));
			case 'link':
				return node.children.flatMap((child) => read(child, { ...style, href: node.url }));
			case 'mdxTextExpression':
				readComment(node);
				return [];
			default:
				report(node, `A policy holds words, bold, italics and links, not ${node.type} markup.`);
				return [];
		}
	}

	function readComment(node: Extract<MdastNode, { type: 'mdxTextExpression' }>): void {
		const id = comment.exec(node.value.trim())?.[1];
		if (id !== undefined) ids.push(id);
		else if (!node.value.trim().startsWith('/*'))
			report(node, 'Write \\{ for a brace; braces may hold only comments: {/* #id */}.');
	}

	return { runs: trimmed(joined(nodes.flatMap((node) => read(node, {})))), ids };
}

/** Without blanks at either end, after a line break, or doubled where a comment was taken out. */
function trimmed(runs: readonly Run[]): Run[] {
	let before = '\n';
	const tight = runs.map((run) => {
		const text = /[ \n]$/.test(before) ? run.text.replace(/^ +/, '') : run.text;
		before = text || before;
		return { ...run, text: text.replace(/ *\n */g, '\n') };
	});
	const last = tight.at(-1);
	return joined(last ? tight.with(-1, { ...last, text: last.text.trimEnd() }) : tight);
}
