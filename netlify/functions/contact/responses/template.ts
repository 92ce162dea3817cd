import { escapeHtml, unbroken } from '#src/escape-html.ts';
import { ELEMENT_NODE, type ElementNode, type Node, parse, TEXT_NODE } from 'ultrahtml';
import { render } from './render.ts';

/**
 * What is put into a pre-rendered page. The page says where, by attributes that are taken out:
 * `data-when` keeps an element in these conditions only, `data-text`, `data-href`, `data-value`,
 * `data-datetime` and `data-inputmode` name a text, `data-each` repeats an element for each entry of a list, `data-error` is the place of a field's message
 * and `data-field` what it describes. Controls are filled by their names.
 */
export interface TemplateData {
	/** A title in the place of the page's own, or words before it. */
	readonly title?: string;
	readonly titlePrefix?: string;
	readonly conditions?: readonly string[];
	readonly texts?: Texts;
	readonly lists?: Readonly<Record<string, readonly Texts[]>>;
	readonly values?: Readonly<Record<string, string | boolean>>;
	readonly errors?: Texts;
}

type Texts = Readonly<Record<string, string>>;

const marks = /^data-(when|text|href|value|datetime|inputmode|each|error|field)$/;

const isElement = (node: Node): node is ElementNode => node.type === ELEMENT_NODE;

const text = (parent: Node, html: string): Node => ({
	type: TEXT_NODE,
	value: html,
	parent,
	loc: parent.loc,
});

function setText(element: ElementNode, value: string): void {
	element.children = [text(element, escapeHtml(value))];
}

/** The same for running text, of which browsers may break a line. */
function setWords(element: ElementNode, value: string): void {
	element.children = [text(element, unbroken(escapeHtml(value)))];
}

function setAttribute({ attributes }: ElementNode, name: string, value: string): void {
	attributes[name] = escapeHtml(value);
}

function fillControl(element: ElementNode, value: string | boolean | undefined): void {
	const { type, value: own } = element.attributes;
	if (value === undefined) return;
	if (element.name === 'textarea') setText(element, String(value));
	else if (type === 'checkbox' || type === 'radio') {
		if (type === 'radio' ? own === value : value === true) element.attributes.checked = '';
	} else setAttribute(element, 'value', String(value));
}

function markField(element: ElementNode, name: string, errors: Texts): void {
	if (errors[name] === undefined) return;
	const { attributes } = element;
	attributes['aria-invalid'] = 'true';
	attributes['aria-describedby'] = [`${name}-error`, attributes['aria-describedby']]
		.filter((id) => id !== undefined)
		.join(' ');
}

/** An attribute's mark names a text; where that text is missing the element stays as it is. */
function fillMarks(element: ElementNode, texts: Texts): void {
	for (const name of ['href', 'value', 'datetime', 'inputmode']) {
		const value = texts[element.attributes[`data-${name}`] ?? ''];
		if (value !== undefined) setAttribute(element, name, value);
	}
	const value = texts[element.attributes['data-text'] ?? ''];
	if (value !== undefined) setWords(element, value);
}

function fillElement(element: ElementNode, filling: TemplateData): void {
	const { texts = {}, values = {}, errors = {} } = filling;
	const { attributes } = element;
	fillMarks(element, texts);
	const message = errors[attributes['data-error'] ?? ''];
	if (message !== undefined) setWords(element, message);
	if (element.name !== 'meta') fillControl(element, values[attributes.name ?? '']);
	if (attributes['data-field'] !== undefined) {
		markField(element, attributes['data-field'], errors);
	}
	if (element.name === 'title') fillTitle(element, filling);
	element.children = element.children.flatMap((child) => fillNode(child, filling));
	for (const name of Object.keys(attributes)) if (marks.test(name)) delete attributes[name];
}

function fillTitle(element: ElementNode, { title, titlePrefix }: TemplateData): void {
	if (title !== undefined) setText(element, title);
	if (titlePrefix !== undefined) element.children.unshift(text(element, escapeHtml(titlePrefix)));
}

const copy = (element: ElementNode): ElementNode => ({
	...element,
	attributes: { ...element.attributes },
	children: element.children.map((child) => (isElement(child) ? copy(child) : { ...child })),
});

function fillNode(node: Node, filling: TemplateData): readonly Node[] {
	if (!isElement(node)) return [node];
	const { 'data-when': when, 'data-each': each, 'data-error': error } = node.attributes;
	const { conditions = [], errors = {}, lists = {} } = filling;
	if (when !== undefined && !when.split(' ').some((one) => conditions.includes(one))) return [];
	if (error !== undefined && errors[error] === undefined) return [];
	if (each !== undefined) {
		delete node.attributes['data-each'];
		return (lists[each] ?? []).flatMap((texts) =>
			fillNode(copy(node), { ...filling, texts: { ...filling.texts, ...texts } }),
		);
	}
	fillElement(node, filling);
	return [node];
}

/** Fills a pre-rendered page. Everything put in is escaped; nothing a visitor typed can become markup. */
export function fillTemplate(template: string, filling: TemplateData): string {
	const page: ElementNode = parse(template);
	page.children = page.children.flatMap((node) => fillNode(node, filling));
	return render(page.children);
}
