import type { HastNode } from 'satteri';

export type Element = Extract<HastNode, { type: 'element' }>;

export const isElement = (node: HastNode): node is Element => node.type === 'element';

export const childrenOf = (node: HastNode): readonly HastNode[] =>
	'children' in node ? (node.children as readonly HastNode[]) : [];

/** An attribute as text; empty where there is none. */
export function attribute(node: Element, name: string): string {
	const { [name]: value } = node.properties;
	return Array.isArray(value) ? value.join(' ') : String(value ?? '');
}

/** All words inside a node. */
export const wordsIn = (node: HastNode): string =>
	node.type === 'text' ? node.value : childrenOf(node).map(wordsIn).join('');

/** The first element of a name inside a node, or the node itself. */
export function find(node: HastNode, name: string): Element | undefined {
	if (isElement(node) && node.tagName === name) return node;
	for (const child of childrenOf(node)) {
		const found = find(child, name);
		if (found) return found;
	}
	return undefined;
}
