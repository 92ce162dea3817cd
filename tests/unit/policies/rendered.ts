import { ELEMENT_NODE, type ElementNode, type Node, parse, TEXT_NODE } from 'ultrahtml';
import { label, type Marker } from '#src/policies/text/markers.ts';

/** Which of the two versions is read off a page of changes. */
export type Side = 'old' | 'new';

/** A page of changes as its source has it, read as a tree. */
export const tree = (html: string): ElementNode => parse(html);

const classes = ({ attributes }: ElementNode): string[] => (attributes['class'] ?? '').split(' ');

/** The marker of an item where it is written out. */
const isSign = ({ name, attributes }: ElementNode) =>
	name === 'span' && Object.keys(attributes).length === 0;

/** The elements that one side does not have: its marks, and the classes of what stands there in the other alone. */
const absent = {
	new: { tag: 'del', classes: ['removed', 'left'] },
	old: { tag: 'ins', classes: ['added', 'moved'] },
} as const;

/** Whether the page says this itself, inside the words of the policy. */
const isRemark = (element: ElementNode) =>
	classes(element).some((name) => name === 'remark' || name === 'unseen');

/** What a reader of one side has of some HTML, as a canonical string: tags, targets, markers of items and all blanks. */
export const sideOf = (html: string, side: Side): string => sideOfNode(tree(html), side);

/** The same of an element that was read already. */
export const sideOfNode = (element: ElementNode, side: Side): string =>
	inside(element, side, { list: undefined }).trim();

interface Around {
	/** The kind of numbers of the list around. */
	readonly list: Omit<Marker, 'value'> | undefined;
}

const unwrapped = new Set(['ins', 'del']);
const inlines = ['strong', 'em', 's', 'code', 'a', 'abbr', 'sup'];

function inside(element: ElementNode | Node, side: Side, around: Around): string {
	const { children = [] } = element;
	let counted = 0;
	const text = children
		.map((child: Node): string => {
			if (child.type === TEXT_NODE) return child.value;
			if (child.type !== ELEMENT_NODE) return '';
			const gone = absent[side];
			const names = classes(child);
			if (child.name === gone.tag || isRemark(child) || isSign(child)) return '';
			if (gone.classes.some((name) => names.includes(name))) return '';
			if (child.name === 'li' && around.list)
				counted = Number(child.attributes['value'] ?? counted + 1);
			return drawn(child, side, { ...around, counted });
		})
		.join('');
	return normal(text);
}

function drawn(element: ElementNode, side: Side, around: Around & { counted: number }): string {
	const { name, attributes } = element;
	if (unwrapped.has(name) || classes(element).includes('wide'))
		return inside(element, side, around);
	if (name === 'a' && attributes['id'] !== undefined) return '';
	const list = listOf(element);
	const words = inside(element, side, { list });
	if (name === 'li') return `<li ${number(element, side, around)}>${words.trimStart()}</li>\n`;
	const href = attributes['href'] === undefined ? '' : ` ${attributes['href']}`;
	const title = attributes['title'] === undefined ? '' : ` ${attributes['title']}`;
	if (['br', 'hr', 'img'].includes(name)) return `<${name} ${attributes['src'] ?? ''}>`;
	if (words === '' && ['p', 'ul', 'ol', 'dl', 'table', ...inlines].includes(name)) return '';
	const end = inlines.includes(name) ? '' : '\n';
	return `<${name}${href}${title}>${words}</${name}>${end}`;
}

function listOf({ name, attributes }: ElementNode): Around['list'] {
	if (name !== 'ol') return undefined;
	return { type: (attributes['type'] ?? '1') as Marker['type'], form: '.' };
}

/** What an item is printed with. */
function number(item: ElementNode, side: Side, { list, counted }: Around & { counted: number }) {
	if (!list) return '-';
	const spans = item.children.filter(
		(child: Node): child is ElementNode => child.type === ELEMENT_NODE && child.name === 'span',
	);
	const sign = spans.find(isSign);
	if (sign) return inside(sign, side, { list: undefined }).trim();
	const remark = spans.find((span) => classes(span).includes('number'));
	if (!remark || side === 'new') return label({ ...list, value: counted });
	return inside(remark, side, { list: undefined }).trim();
}

/** Two halves of one list, table or stretch of words, joined again where a mark parted them. */
function normal(html: string): string {
	let text = html;
	for (const tag of ['ul', 'ol', 'dl', 'table'])
		text = text.replace(new RegExp(`</${tag}>\\n<${tag}(?=[ >])([^>]*)>`, 'g'), (all, mark, at) =>
			text.slice(0, at).lastIndexOf(`<${tag}${mark}>`) >= 0 &&
			mark === lastMark(text.slice(0, at), tag)
				? ''
				: all,
		);
	for (let before = ''; before !== text;) {
		before = text;
		for (const tag of inlines)
			text = text.replace(
				new RegExp(`<${tag}((?: [^>]*)?)>((?:(?!</?${tag}[ >]).)*)</${tag}><${tag}\\1>`, 'gs'),
				`<${tag}$1>$2`,
			);
	}
	return text;
}

/** The attributes of the list that ends where a text ends. */
function lastMark(text: string, tag: string): string | undefined {
	let depth = 1;
	for (const { 0: found, 1: mark = '' } of [
		...text.matchAll(new RegExp(`</?${tag}(?=[ >])([^>]*)>`, 'g')),
	].toReversed()) {
		depth += found.startsWith('</') ? 1 : -1;
		if (depth === 0) return mark;
	}
	return undefined;
}
