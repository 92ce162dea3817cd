import type { MdastNode } from 'satteri';
import type { Problem } from '../../problem.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import { position, type Span } from '../source/source.ts';
import { nodes, spanOf, type Text } from '../words/text.ts';
import type { Component, Drawn } from './drawn.ts';

type Tag = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

const unsafe = new Set([
	'script',
	'style',
	'iframe',
	'form',
	'input',
	'button',
	'link',
	'meta',
	'embed',
	'font',
	'center',
]);
const attributes =
	/^(?:id|class|lang|dir|title|href|src|alt|width|height|hidden|open|start|reversed|datetime|cite|colspan|rowspan|scope|role|translate|download|rel|value|for|tabindex|aria-[a-z]+|data-[\w-]+)$/;

/** The tags of a text, with their places. */
export const tagsOf = ({ blocks }: Text): Tag[] =>
	[...nodes(blocks)].flatMap(({ node }) =>
		node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? [node] : [],
	);

/** What is wrong with the components and tags of a page. */
export function tagMistakes(text: Text, { components, own }: Drawn): Problem[] {
	const tags = tagsOf(text);
	return [
		...tags.flatMap((tag) =>
			/^[A-Z]/.test(tag.name ?? '') ? component(text, tag, components) : element(text, tag),
		),
		...own.flatMap((name) => whole(text, name, tags, components)),
		...idsTwice(text, tags),
	];
}

const nameSpan = (tag: Tag): Span => {
	const [start] = spanOf(tag);
	return [start + 1, start + 1 + (tag.name?.length ?? 0)];
};

function component({ file }: Text, tag: Tag, components: readonly Component[]): Problem[] {
	const name = tag.name ?? '';
	const span = nameSpan(tag);
	const known = components.find((one) => one.name === name);
	if (known) return props(file, tag, known);
	const names = components.map((one) => one.name);
	const near = nearest(name, names);
	const again = file.text.slice(...spanOf(tag)).lastIndexOf(`</${name}>`);
	const close = spanOf(tag)[0] + again + 2;
	const edits =
		near === undefined
			? undefined
			: [
					put(file, span, near),
					...(again > 0 ? [put(file, [close, close + name.length], near)] : []),
				];
	return [
		problem([file, span], 'component-unknown', { name, names: near ?? names.join(', ') }, edits),
	];
}

/** The attributes of a tag, each with its place. */
function placed(file: Text['file'], tag: Tag) {
	const [start] = spanOf(tag);
	const raw = file.text.slice(...spanOf(tag));
	let from = (tag.name?.length ?? 0) + 1;
	return tag.attributes.map((attribute) => {
		const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
		const index = raw.indexOf(attribute.type === 'mdxJsxAttribute' ? name : '{', from);
		from = index + name.length;
		const end =
			/^[^\s=>/]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\}))?/.exec(raw.slice(index))?.[0].length ??
			name.length;
		return {
			name,
			value: attribute.value,
			span: [start + index, start + index + name.length] as Span,
			whole: [start + index - 1, start + index + end] as Span,
		};
	});
}

function props(file: Text['file'], tag: Tag, { name, props: known }: Component): Problem[] {
	return placed(file, tag).flatMap(({ name: prop, span, whole }) => {
		if (known.includes(prop)) return [];
		const near = nearest(prop, known);
		const edit = near === undefined ? put(file, whole, '') : put(file, span, near);
		const values = {
			name,
			prop,
			near: near === undefined ? '' : `. Did you mean ${near}?`,
			keys: known.length === 0 ? '' : `, or write one of: ${known.join(', ')}`,
		};
		return [problem([file, span], 'component-prop', values, [edit])];
	});
}

function element({ file }: Text, tag: Tag): Problem[] {
	const name = tag.name ?? '';
	if (unsafe.has(name)) return [problem([file, nameSpan(tag)], 'tag-unsafe', { name })];
	return placed(file, tag).flatMap(({ name: prop, span, whole, value }) => {
		const event = /^on[a-z]+$/i.test(prop) || prop === 'style';
		if (attributes.test(prop) && !event)
			return value === '' && prop === 'id'
				? [problem([file, span], 'value-empty', { key: 'id', kind: 'a word' })]
				: [];
		const near = event
			? undefined
			: nearest(prop, ['id', 'class', 'lang', 'href', 'src', 'alt', 'title']);
		const edit = near === undefined ? put(file, whole, '') : put(file, span, near);
		return [
			problem(
				[file, span],
				'component-prop',
				{ name, prop, near: near === undefined ? '' : `. Did you mean ${near}?`, keys: '' },
				[edit],
			),
		];
	});
}

/** A component that a page is for stands on it once. */
function whole(
	{ file, body }: Text,
	name: string,
	tags: readonly Tag[],
	components: readonly Component[],
): Problem[] {
	const found = tags.filter((tag) => tag.name === name);
	const holds = components.find((one) => one.name === name)?.holds;
	if (holds) return [];
	const misspelt = tags.some(
		(tag) =>
			tag.name && !components.some((one) => one.name === tag.name) && nearest(tag.name, [name]),
	);
	if (found.length === 0) {
		const end = body[0] + file.text.slice(body[0]).trimEnd().length;
		return misspelt
			? []
			: [problem([file, [Math.max(end - 1, body[0]), end]], 'component-lost', { name })];
	}
	return found.slice(1).map((tag) => problem([file, spanOf(tag)], 'component-twice', { name }));
}

function idsTwice({ file }: Text, tags: readonly Tag[]): Problem[] {
	const seen = new Map<string, number>();
	return tags.flatMap((tag) =>
		placed(file, tag).flatMap(({ name, value, span }) => {
			if (name !== 'id' || typeof value !== 'string' || value === '') return [];
			const line = seen.get(value);
			seen.set(value, line ?? position(file, span[0]).line);
			return line === undefined ? [] : [problem([file, span], 'id-twice', { id: value, line })];
		}),
	);
}

/** Pictures without words, and pictures that are not there. */
export function imageMistakes(text: Text, files: ReadonlySet<string>): Problem[] {
	const { file } = text;
	return [...nodes(text.blocks)].flatMap(({ node }): Problem[] => {
		if (node.type === 'image') {
			const [start, end] = spanOf(node);
			const at = start + file.text.slice(start, end).indexOf('](') + 2;
			const words = node.alt?.trim() ? [] : [problem([file, [start, end]], 'image-words', {})];
			return [...words, ...picture(file, node.url, [at, at + node.url.length], files)];
		}
		if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
		if (node.name !== 'img') return [];
		const all = placed(file, node);
		const source = all.find(({ name }) => name === 'src');
		const words = all.some(({ name }) => name === 'alt')
			? []
			: [problem([file, spanOf(node)], 'image-words', {})];
		const shift = (source?.whole[1] ?? 1) - 1;
		const value = typeof source?.value === 'string' ? source.value : '';
		return source
			? [...words, ...picture(file, value, [shift - value.length, shift], files)]
			: words;
	});
}

function picture(
	file: Text['file'],
	target: string,
	span: Span,
	files: ReadonlySet<string>,
): Problem[] {
	if (files.has(target)) return [];
	if (/^(?:https?:)?\/\//i.test(target))
		return [problem([file, span], 'image-outside', { target })];
	const near = nearest(
		target,
		[...files].filter((name) => /\.(?:png|jpe?g|svg|webp|gif|avif)$/.test(name)),
	);
	const edits = near === undefined ? undefined : [put(file, span, near)];
	return [
		problem(
			[file, span],
			'image-missing',
			{ target: target || 'an empty address', near: near === undefined ? '' : `, such as ${near}` },
			edits,
		),
	];
}
