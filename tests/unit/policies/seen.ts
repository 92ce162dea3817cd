import { ELEMENT_NODE, type ElementNode, type Node, TEXT_NODE } from 'ultrahtml';
import { tree } from './rendered.ts';

const signs: Record<string, readonly [string, string]> = { ins: ['{+', '+}'], del: ['[-', '-]'] };
const lines = ['p', 'li', 'tr', 'dt', 'dd', 'blockquote', 'div', 'h2', 'h3', 'h4', 'hr'];

/**
 * What a reader of both wordings sees of a page of changes, a line for each block: `[-out-]`, `{+in+}`, and the
 * page's own remarks as `‹moved up›`. What moved, or only looks different, has no marks of its own.
 */
export const seen = (html: string): string =>
	text(tree(html), '')
		.replace(/[ \t]+\n/g, '\n')
		.replace(/\n{2,}/g, '\n')
		.trim();

function text(element: ElementNode | Node, indent: string): string {
	return (element.children ?? [])
		.map((child: Node): string => {
			if (child.type === TEXT_NODE) return plain(child.value);
			return child.type === ELEMENT_NODE ? elementText(child, indent) : '';
		})
		.join('');
}

const plain = (words: string) =>
	words
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');

function elementText(element: ElementNode, indent: string): string {
	const { name, attributes } = element;
	const names = (attributes['class'] ?? '').split(' ');
	const is = (one: string) => names.includes(one);
	if (is('unseen') || is('silent')) return '';
	const own = (deeper = indent) => text(element, deeper);
	if (is('wide')) return own();
	if (name === 'del' && (is('left') || is('restyled'))) return '';
	if (name === 'ins' && (is('moved') || is('restyled'))) return own();
	if (is('remark') && is('number')) return `‹was ${own().trim()}› `;
	if (is('remark')) return `‹${own().trim()}›`;
	const sign = signs[name];
	if (sign) return sign[0] + own() + sign[1];
	if (name === 'strong') return `**${own()}**`;
	if (name === 'a' && attributes['href'] !== undefined) return `[${own()}](${attributes['href']})`;
	if (name === 'td' || name === 'th') return `| ${own()} `;
	if (name === 'li') return `\n${indent}${attributes['value'] ?? '-'} ${own(`${indent}  `)}\n`;
	return lines.includes(name) ? `\n${indent}${own()}\n` : own();
}
