import { ELEMENT_NODE, type ElementNode, type Node, renderSync, TEXT_NODE } from 'ultrahtml';

const isElement = (node: Node): node is ElementNode => node.type === ELEMENT_NODE;

/** The start tag of an element that has children. */
function startTag(element: ElementNode): string {
	const loc = element.loc;
	const nothing: Node = { type: TEXT_NODE, value: '', parent: element, loc };
	return renderSync({ ...element, children: [nothing] }).slice(0, -endTag(element).length);
}

const endTag = ({ name }: ElementNode): string => `</${name}>`;

function write(node: Node, parts: string[]): void {
	if (!isElement(node) || node.children.length === 0) {
		parts.push(renderSync(node));
		return;
	}
	parts.push(startTag(node));
	for (const child of node.children) write(child, parts);
	parts.push(endTag(node));
}

/** The HTML of some nodes. The library copies a long text once for every element around it; here it is copied once. */
export function render(nodes: readonly Node[]): string {
	const parts: string[] = [];
	for (const node of nodes) write(node, parts);
	return parts.join('');
}
