import type { HastNode } from 'satteri';
import { joined, type Run, type Style } from '#src/policies/text/document.ts';
import { trimmed } from '#src/policies/text/inline.ts';
import type { Decisions } from './decisions.ts';
import { attribute, childrenOf, type Element, isElement, wordsIn } from './hast.ts';

/** What an element says about the words inside it. */
const styles: Record<string, Style> = {
	...{ strong: { strong: true }, b: { strong: true } },
	...{
		em: { em: true },
		i: { em: true },
		cite: { em: true },
		dfn: { em: true },
		var: { em: true },
	},
	...{ s: { strike: true }, del: { strike: true }, strike: { strike: true } },
	...{ code: { code: true }, kbd: { code: true }, samp: { code: true }, tt: { code: true } },
};

/** Elements whose words are read and whose own meaning Markdown has not. */
const transparent =
	'span u ins small big font mark label bdi bdo time data center nobr wbr p div o:p';
const raised: Record<string, string> = {
	0: '⁰',
	1: '¹',
	2: '²',
	3: '³',
	4: '⁴',
	5: '⁵',
	6: '⁶',
	7: '⁷',
	8: '⁸',
	9: '⁹',
	TM: '™',
};
const lowered = '₀₁₂₃₄₅₆₇₈₉';

/** The words of nodes that stand in a line, as a policy has them. */
export function runsOf(nodes: readonly HastNode[], decisions: Decisions): Run[] {
	return trimmed(joined(spaced(nodes.flatMap((node) => read(node, {}, decisions)))));
}

function read(node: HastNode, style: Style, decisions: Decisions): Run[] {
	if (node.type === 'text') return [{ ...style, text: node.value.replace(/\s+/g, ' ') }];
	if (node.type === 'comment' && node.value.trim()) {
		decisions.add(`A comment was left out: “${node.value.trim().slice(0, 60)}”.`);
		return [];
	}
	if (!isElement(node)) return childrenOf(node).flatMap((child) => read(child, style, decisions));
	return special(node, style, decisions) ?? inside(node, style, decisions);
}

function inside(node: Element, style: Style, decisions: Decisions): Run[] {
	const { [node.tagName]: own } = styles;
	if (!own && !transparent.split(' ').includes(node.tagName) && node.tagName !== 'a')
		decisions.add(
			`<${node.tagName}> means nothing in a policy; its words are kept: “${wordsIn(node).trim().slice(0, 60)}”.`,
		);
	return childrenOf(node).flatMap((child) => read(child, { ...style, ...own }, decisions));
}

/** What is more than a style; undefined for all others. */
function special(node: Element, style: Style, decisions: Decisions): Run[] | undefined {
	const words = wordsIn(node).trim();
	switch (node.tagName) {
		case 'br':
			return [{ ...style, text: '\n' }];
		case 'a':
			return link(node, style, decisions);
		case 'img':
			return [picture(node, style, decisions)];
		case 'abbr':
			return attribute(node, 'title')
				? [{ ...style, text: words, abbr: attribute(node, 'title') }]
				: undefined;
		case 'sup':
			return /^\d$|^TM$/.test(words) && !hasLink(node)
				? [{ ...style, text: raised[words] ?? words }]
				: childrenOf(node).flatMap((child) => read(child, style, decisions));
		case 'sub':
			return /^\d$/.test(words) ? [{ ...style, text: lowered[Number(words)] ?? words }] : undefined;
		case 'q':
			return [
				{ ...style, text: '“' },
				...childrenOf(node).flatMap((child) => read(child, style, decisions)),
				{ ...style, text: '”' },
			];
		case 'script':
		case 'style':
		case 'template':
			return [];
		default:
			return undefined;
	}
}

const hasLink = (node: Element) =>
	childrenOf(node).some((child) => isElement(child) && child.tagName === 'a');

/** The sign of a footnote in the address that leads to it. */
export const noteSign = (id: string): string | undefined =>
	/(?:^|#|-)(?:fn|footnote|endnote)[-:]?(\w+)$/.exec(id)?.[1];

function link(node: Element, style: Style, decisions: Decisions): Run[] | undefined {
	const href = attribute(node, 'href').trim();
	const sign = href.startsWith('#') ? noteSign(href) : undefined;
	if (/^#.*(?:fnref|footnote-ref|endnote-ref)/.test(href)) return [];
	if (sign !== undefined) return [{ ...style, note: true, text: sign }];
	if (!href) return undefined;
	const title = attribute(node, 'title');
	if (title && title !== wordsIn(node).trim() && title !== href)
		decisions.add(`“${title}”, the title of a link, was left out.`);
	if (/^(?:\.{0,2}\/)?[\w./-]+\.(?:html?|md|docx?|pdf)(?:#|$)/.test(href))
		decisions.add(`The link ${href} leads to a file: write the address of the page.`);
	return childrenOf(node).flatMap((child) =>
		read(child, { ...style, href: href.replaceAll(' ', '%20') }, decisions),
	);
}

function picture(node: Element, style: Style, decisions: Decisions): Run {
	const [src, alt] = [attribute(node, 'src'), attribute(node, 'alt').trim()];
	if (!alt) decisions.add(`The picture ${src} has no words: say in its brackets what it shows.`);
	if (!src.startsWith('/pictures/'))
		decisions.add(
			`The picture ${src} is not in public/: put it there, and write its address from the root.`,
		);
	return { ...style, text: alt || 'A picture', image: { src, sha256: '' } };
}

/** Blanks at the ends of marked words stand outside the marks: Markdown takes no others. */
function spaced(runs: readonly Run[]): Run[] {
	return runs.flatMap((run) => {
		const { text, strong, em, strike, code, ...rest } = run;
		if (!(strong || em || strike || code) || run.image) return [run];
		const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
		if (!words) return [{ ...rest, text }];
		return [
			{ ...rest, text: before },
			{ ...run, text: words },
			{ ...rest, text: after },
		];
	});
}
