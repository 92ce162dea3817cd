import { parseSync } from 'oxc-parser';
import type { Problem } from '../../problem.ts';
import { problem } from '../source/report.ts';
import type { Source, Span } from '../source/source.ts';

/** What stands in a program: a value with its place, and the places of what is in it. */
export interface Literal {
	/** The value; undefined where it is not written out. */
	readonly value: unknown;
	readonly span: Span;
	readonly entries?: ReadonlyMap<string, { readonly key: Span; readonly held: Literal }>;
	readonly items?: readonly Literal[];
}

/** A node of the parsed program, as far as it is looked at. */
export interface Node {
	readonly type: string;
	readonly start: number;
	readonly end: number;
	readonly [key: string]: unknown;
}

/** The values that a file holds by name, and its interfaces. */
export interface Program {
	readonly values: ReadonlyMap<string, Literal>;
	/** The types that were written beside the names of values. */
	readonly types: ReadonlyMap<string, Node>;
	/** Interfaces and types by name. */
	readonly interfaces: ReadonlyMap<string, Node>;
	readonly problems: readonly Problem[];
}

/** Whether something is a node. */
export const isNode = (held: unknown): held is Node =>
	typeof held === 'object' && held !== null && 'type' in held && 'start' in held;

const list = (held: unknown): Node[] => (Array.isArray(held) ? held.filter(isNode) : []);

/** Reads the values of a TypeScript file without running it. */
export function readProgram(file: Source): Program {
	const { program, errors } = parseSync(file.path, file.text);
	const values = new Map<string, Literal>();
	const types = new Map<string, Node>();
	const interfaces = new Map<string, Node>();
	const [first] = errors;
	if (first) return { values, types, interfaces, problems: [broken(file, first)] };
	for (const statement of list(program.body)) {
		const { declaration } = statement;
		const one = isNode(declaration) ? declaration : statement;
		if (['TSInterfaceDeclaration', 'TSTypeAliasDeclaration'].includes(one.type) && isNode(one.id))
			interfaces.set(String(one.id.name), one);
		for (const { id, init } of list(one.declarations)) {
			if (!isNode(id) || !isNode(init)) continue;
			values.set(String(id.name), literal(init, values));
			if (isNode(id.typeAnnotation) && isNode(id.typeAnnotation.typeAnnotation))
				types.set(String(id.name), id.typeAnnotation.typeAnnotation);
		}
	}
	return { values, types, interfaces, problems: [] };
}

function literal(node: Node, known: ReadonlyMap<string, Literal>): Literal {
	const span: Span = [node.start, node.end];
	switch (node.type) {
		case 'Literal':
			return { value: node.value, span };
		case 'TemplateLiteral':
			return { value: list(node.expressions).length > 0 ? undefined : textOf(node), span };
		case 'UnaryExpression':
			return {
				value: isNode(node.argument) ? -Number(literal(node.argument, known).value) : undefined,
				span,
			};
		case 'TSAsExpression':
		case 'TSSatisfiesExpression':
		case 'ParenthesizedExpression':
			return isNode(node.expression) ? literal(node.expression, known) : { value: undefined, span };
		case 'Identifier':
			return { ...(known.get(String(node.name)) ?? { value: undefined }), span };
		case 'ArrayExpression': {
			const items = list(node.elements).map((item) => literal(item, known));
			return { value: items.map(({ value }) => value), items, span };
		}
		case 'ObjectExpression':
			return object(node, span, known);
		default:
			return { value: undefined, span };
	}
}

const textOf = (node: Node): string => {
	const [quasi] = list(node.quasis);
	const value: unknown = quasi?.value;
	return typeof value === 'object' && value !== null && 'cooked' in value
		? String(value.cooked)
		: '';
};

function object(node: Node, span: Span, known: ReadonlyMap<string, Literal>): Literal {
	const entries = new Map<string, { key: Span; held: Literal }>();
	for (const { key, value } of list(node.properties)) {
		if (!isNode(key) || !isNode(value)) continue;
		const name = String(key.name ?? key.value);
		entries.set(name, { key: [key.start, key.end], held: literal(value, known) });
	}
	const value = Object.fromEntries([...entries].map(([name, { held }]) => [name, held.value]));
	return { value, span, entries };
}

/** What a compiler could not read, in an editor's words. */
function broken(
	file: Source,
	error: { message: string; labels: { start: number; end: number }[] },
): Problem {
	const [label] = error.labels;
	const start = Math.min(label?.start ?? 0, Math.max(file.text.length - 1, 0));
	const rest = file.text.slice(start).split(/\r?\n/, 1)[0] ?? '';
	if (/string/i.test(error.message) && /[Uu]nterminated/.test(error.message)) {
		const words = rest.replace(/^['"`]/, '').replace(/[,'"\s]+$/, '');
		return problem([file, [start, start + rest.trimEnd().length]], 'code-quote', {
			example: `'${words || 'Sales'}'`,
		});
	}
	if (/[Cc]haracter/.test(error.message)) {
		const found = [...rest][0] ?? '';
		return problem([file, [start, start + found.length]], 'code-sign', { found });
	}
	const found = /^\S+/.exec(rest)?.[0] ?? '';
	const place = found === '' ? previous(file, start) : start;
	return problem([file, [place, place + Math.max(found.length, 1)]], 'code-comma', {
		found: found || 'the end',
	});
}

const previous = ({ text }: Source, at: number): number =>
	Math.max(text.slice(0, at).trimEnd().length - 1, 0);
