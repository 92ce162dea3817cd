import type { Problem } from '../../problem.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import type { Source } from '../source/source.ts';
import { isNode, type Literal, type Node } from './literals.ts';

type Interfaces = ReadonlyMap<string, Node>;

interface Property {
	readonly name: string;
	readonly optional: boolean;
	readonly type: Node | undefined;
}

const list = (held: unknown): Node[] => (Array.isArray(held) ? held.filter(isNode) : []);
const nodeIn = (node: Node | undefined, key: string): Node | undefined => {
	const held = node?.[key];
	return isNode(held) ? held : undefined;
};

/** The properties of an interface, those of the interfaces that it extends among them. */
function properties(node: Node, known: Interfaces): Property[] {
	const members = list(nodeIn(node, 'body')?.body ?? node.members);
	const own = members.flatMap((member): Property[] => {
		const key = nodeIn(member, 'key');
		if (member.type !== 'TSPropertySignature' || !key) return [];
		const type = nodeIn(nodeIn(member, 'typeAnnotation'), 'typeAnnotation');
		return [{ name: String(key.name ?? key.value), optional: member.optional === true, type }];
	});
	const above = list(node.extends).flatMap((one) => {
		const parent = known.get(String(nodeIn(one, 'expression')?.name));
		return parent ? properties(parent, known) : [];
	});
	return [...above.filter(({ name }) => !own.some((one) => one.name === name)), ...own];
}

/** Holds a literal to a type of the same program, as far as the type can be read. */
export function shapeMistakes(
	file: Source,
	{ literal, type, key }: { readonly literal: Literal; readonly type: Node; readonly key: string },
	known: Interfaces,
): Problem[] {
	switch (type.type) {
		case 'TSTypeOperator':
		case 'TSParenthesizedType': {
			const inner = nodeIn(type, 'typeAnnotation');
			return inner ? shapeMistakes(file, { literal, type: inner, key }, known) : [];
		}
		case 'TSArrayType': {
			const inner = nodeIn(type, 'elementType');
			if (!literal.items)
				return literal.value === undefined
					? []
					: [shaped(file, literal, key, 'a list in square brackets')];
			return inner
				? literal.items.flatMap((item) =>
						shapeMistakes(file, { literal: item, type: inner, key }, known),
					)
				: [];
		}
		case 'TSTypeReference': {
			const name = String(nodeIn(type, 'typeName')?.name);
			const found = known.get(name);
			return found ? named(file, { literal, type: found, key }, known) : [];
		}
		case 'TSUnionType':
			return union(file, { literal, type, key }, known);
		default:
			return plainMistakes(file, literal, type, key);
	}
}

type Held = Parameters<typeof shapeMistakes>[1];

function named(file: Source, { literal, type, key }: Held, known: Interfaces): Problem[] {
	if (type.type === 'TSInterfaceDeclaration')
		return objectMistakes(file, { literal, type, key }, known);
	const alias = nodeIn(type, 'typeAnnotation');
	return alias ? shapeMistakes(file, { literal, type: alias, key }, known) : [];
}

/** One of several: objects are told apart by the property that holds a fixed word in each. */
function union(file: Source, { literal, type, key }: Held, known: Interfaces): Problem[] {
	const choices = list(type.types);
	const words = choices.flatMap((one) =>
		one.type === 'TSLiteralType' ? [nodeIn(one, 'literal')?.value] : [],
	);
	if (words.length === choices.length) {
		if (literal.value === undefined || words.includes(literal.value)) return [];
		return [shaped(file, literal, key, `one of ${words.join(', ')}`)];
	}
	const found = choices.find((one) => {
		const of = known.get(String(nodeIn(one, 'typeName')?.name));
		const control = of && properties(of, known).find(({ name }) => name === 'control')?.type;
		return control && plainMistakes(file, controlOf(literal), control, 'control').length === 0;
	});
	if (found) return shapeMistakes(file, { literal, type: found, key }, known);
	const control = literal.entries?.get('control')?.held;
	const kinds = choices.flatMap((one) => {
		const of = known.get(String(nodeIn(one, 'typeName')?.name));
		return of ? wordsOf(properties(of, known).find(({ name }) => name === 'control')?.type) : [];
	});
	if (kinds.length === 0) return [];
	return [shaped(file, control ?? literal, 'control', `one of ${kinds.join(', ')}`)];
}

const controlOf = ({ entries, span }: Literal): Literal =>
	entries?.get('control')?.held ?? { value: null, span };

function wordsOf(type: Node | undefined): string[] {
	if (!type) return [];
	if (type.type === 'TSLiteralType') return [String(nodeIn(type, 'literal')?.value)];
	return list(type.types).flatMap(wordsOf);
}

const simple: Readonly<Record<string, readonly [type: string, words: string]>> = {
	TSStringKeyword: ['string', 'words in quotation marks'],
	TSNumberKeyword: ['number', 'a number without quotation marks'],
	TSBooleanKeyword: ['boolean', 'true or false'],
};

function plainMistakes(file: Source, literal: Literal, type: Node, key: string): Problem[] {
	const { value } = literal;
	if (value === undefined) return [];
	if (type.type === 'TSUnionType' || type.type === 'TSLiteralType') {
		const words = wordsOf(type);
		return words.includes(String(value))
			? []
			: [shaped(file, literal, key, `one of ${words.join(', ')}`)];
	}
	const [kind, words] = simple[type.type] ?? [];
	if (kind === undefined || words === undefined || typeof value === kind) {
		if (value === '' || (typeof value === 'string' && value.trim() === ''))
			return [problem([file, literal.span], 'fact-empty', { key })];
		return [];
	}
	return [shaped(file, literal, key, words)];
}

const shaped = (file: Source, { span }: Literal, key: string, kind: string): Problem =>
	problem([file, span], 'fact-shape', { key, kind });

function objectMistakes(file: Source, { literal, type, key }: Held, known: Interfaces): Problem[] {
	const { entries } = literal;
	if (!entries)
		return literal.value === undefined
			? []
			: [shaped(file, literal, key, 'a list of names in braces')];
	const all = properties(type, known);
	const names = all.map(({ name }) => name);
	const missing = all.filter(({ name, optional }) => !optional && !entries.has(name));
	const meant = new Set<string>();
	const strange = [...entries].flatMap(([name, { key: span }]) => {
		if (names.includes(name)) return [];
		const near = nearest(
			name,
			names.filter((one) => !entries.has(one)),
		);
		if (near !== undefined) meant.add(near);
		const edits = near === undefined ? undefined : [put(file, span, near)];
		const values = {
			key: name,
			keys: names.join(', '),
			near: near === undefined ? '' : `. Did you mean ${near}?`,
		};
		return [problem([file, span], 'fact-key-unknown', values, edits)];
	});
	const [start] = literal.span;
	const absent = missing
		.filter(({ name }) => !meant.has(name))
		.map(({ name, type }) =>
			problem([file, [start, start + 1]], 'fact-key-missing', {
				key: name,
				kind: simple[type?.type ?? '']?.[1] ?? 'what its neighbours hold',
			}),
		);
	const held = all.flatMap(({ name, type }) => {
		const entry = entries.get(name)?.held;
		return entry && type ? shapeMistakes(file, { literal: entry, type, key: name }, known) : [];
	});
	return [...strange, ...absent, ...held];
}
