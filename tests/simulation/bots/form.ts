import { ELEMENT_NODE, type ElementNode, type Node, parse, TEXT_NODE, walkSync } from 'ultrahtml';

/** A control of a form as anyone can read it from a page. */
export interface Control {
	readonly name: string;
	/** Such as `text`, `hidden`, `radio`, `textarea`, `submit`. */
	readonly type: string;
	readonly value: string;
	readonly checked: boolean;
	/** The words beside it. */
	readonly label: string;
}

export interface Form {
	readonly action: string;
	readonly controls: readonly Control[];
}

const entities: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
};

const decode = (html: string): string =>
	html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

const isElement = (node: Node): node is ElementNode => node.type === ELEMENT_NODE;

function textOf(node: Node): string {
	let text = '';
	walkSync(node, (inner) => {
		if (inner.type === TEXT_NODE) text += inner.value;
	});
	return decode(text).replace(/\s+/g, ' ').trim();
}

function elements(root: Node): ElementNode[] {
	const found: ElementNode[] = [];
	walkSync(root, (node) => {
		if (isElement(node)) found.push(node);
	});
	return found;
}

function labelOf({ attributes }: ElementNode, all: readonly ElementNode[]): string {
	const labels = all.filter(({ name }) => name === 'label');
	const found =
		labels.find((label) => label.attributes.for === attributes.id) ??
		labels.find((label) => elements(label).some((inner) => inner.attributes.id === attributes.id));
	return found && attributes.id !== undefined ? textOf(found) : '';
}

function control(element: ElementNode, all: readonly ElementNode[]): Control {
	const { name, attributes } = element;
	const type = attributes.type ?? (name === 'button' ? 'submit' : name === 'input' ? 'text' : name);
	return {
		name: attributes.name ?? '',
		type,
		value: name === 'textarea' ? textOf(element) : decode(attributes.value ?? ''),
		checked: attributes.checked !== undefined,
		label: labelOf(element, all),
	};
}

/** The first form of a page that posts. Throws when there is none. */
export function readForm(html: string): Form {
	const form = elements(parse(html)).find(
		({ name, attributes }) => name === 'form' && attributes.method === 'post',
	);
	if (!form) throw new Error('There is no form on the page');
	const all = elements(form);
	const controls = all.filter(({ name }) => /^(input|textarea|button)$/.test(name));
	return {
		action: form.attributes.action ?? '',
		controls: controls.map((element) => control(element, all)),
	};
}

/** What a browser would send for a form in which some controls were filled in, and perhaps a button pressed. */
export function submission(
	{ controls }: Form,
	filled: Readonly<Record<string, string>>,
	pressed?: { name: string; value: string },
): Record<string, string> {
	const sent: Record<string, string> = {};
	for (const { name, type, value, checked } of controls) {
		if (name === '' || type === 'submit') continue;
		const boxed = type === 'radio' || type === 'checkbox';
		if (filled[name] !== undefined) sent[name] = filled[name];
		else if (!boxed || checked) sent[name] = boxed ? value || 'on' : value;
	}
	return pressed ? { ...sent, [pressed.name]: pressed.value } : sent;
}
