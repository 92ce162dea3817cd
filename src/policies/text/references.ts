import type { MdastNode } from 'satteri';
import type { Reading, Report } from './reading.ts';
import type { Hidden } from './source.ts';

/** What the whole file says of the names that its words use: addresses, footnotes and abbreviations. */
export type References = Pick<Reading, 'targets' | 'notes' | 'abbreviations' | 'used' | 'tagged'>;

type Definition = Extract<MdastNode, { type: 'definition' | 'footnoteDefinition' }>;

/** Finds what is defined anywhere in a file; a second definition of one name is reported. */
export function references(root: MdastNode, { abbreviations }: Hidden, report: Report): References {
	const targets = new Map<string, string>();
	const notes = new Set<string>();
	for (const node of definitions(root)) {
		const { identifier } = node;
		const known = node.type === 'definition' ? targets.has(identifier) : notes.has(identifier);
		if (known)
			report(
				node,
				'name-twice',
				`${signOf(node)} is written twice: take one out, or give it another name.`,
			);
		if (node.type === 'footnoteDefinition') notes.add(identifier);
		else if (!known) targets.set(identifier, node.url);
		if (node.type === 'definition' && node.title)
			report(node, 'link-title', `A link has no title: take “${node.title}” out.`);
	}
	return { targets, notes, abbreviations, used: new Set(), tagged: new Set() };
}

function definitions(node: MdastNode): Definition[] {
	const own = node.type === 'definition' || node.type === 'footnoteDefinition' ? [node] : [];
	return 'children' in node ? [...own, ...node.children.flatMap(definitions)] : own;
}

const signOf = ({ type, label, identifier }: Definition): string =>
	`[${type === 'definition' ? '' : '^'}${label ?? identifier}]`;

/** Reports what is defined and used nowhere, so that nothing is lost unseen. */
export function reportUnused(
	root: MdastNode,
	{ abbreviations, used }: References,
	report: Report,
): void {
	for (const node of definitions(root)) {
		const name = node.type === 'definition' ? node.identifier : `^${node.identifier}`;
		if (!used.has(name))
			report(
				node,
				'name-unused',
				`${signOf(node)} is used nowhere in the words: use it, or take the line out.`,
			);
	}
	for (const [name, { at }] of abbreviations as Hidden['abbreviations'])
		if (!used.has(`*${name}`))
			report(
				at,
				'name-unused',
				`*[${name}] is used nowhere in the words: use it, or take the line out.`,
			);
}
