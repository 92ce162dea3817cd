import { readFileSync, rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { ELEMENT_NODE, type ElementNode, type Node } from 'ultrahtml';
import { type Side, sideOfNode, tree } from '../unit/policies/rendered.ts';
import { pairPolicies, pairsFolder } from './pairs-site.ts';
import { previewOfCorpus, type Site } from './policies-site.ts';

/** One worker for all, so that the preview is built once. */
test.describe.configure({ mode: 'default' });

let site: Site;
const folder = pairsFolder();

test.beforeAll(async () => {
	site = await previewOfCorpus(folder);
});
test.afterAll(async () => {
	await site.close();
	rmSync(folder, { recursive: true });
	rmSync(`${folder}.lock.json`);
});
test.use({ javaScriptEnabled: false });

const read = (path: string): ElementNode =>
	tree(readFileSync(`${site.folder}/${path}index.html`, 'utf8'));

const elements = (node: Node): ElementNode[] =>
	(node.children ?? []).filter(({ type }: Node) => type === ELEMENT_NODE);

function find(node: Node, holds: (element: ElementNode) => boolean): ElementNode | undefined {
	for (const child of elements(node)) {
		const found = holds(child) ? child : find(child, holds);
		if (found) return found;
	}
	return undefined;
}

const hasClass = (name: string) => (element: ElementNode) =>
	(element.attributes['class'] ?? '').split(' ').includes(name);
const prose = (page: ElementNode): ElementNode => find(page, hasClass('prose')) ?? page;
const idOf = (element: ElementNode): string =>
	element.attributes['id'] ??
	find(element, ({ attributes }) => attributes['id'] !== undefined)?.attributes['id'] ??
	'';

/** What does not belong to the words of a clause: headings, summaries and changed terms. */
const isOwn = (element: ElementNode) =>
	/^(h\d|summary)$/.test(element.name) ||
	hasClass('summary')(element) ||
	hasClass('terms')(element) ||
	hasClass('head')(element);

const wordsOf = (parts: readonly ElementNode[], side: Side): string => {
	const children = parts.filter((part) => !isOwn(part));
	return sideOfNode({ ...tree(''), children }, side);
};

/** The clauses of the page of a version, in order. */
function clausesOf(path: string): string[] {
	const clauses: { id: string; parts: ElementNode[] }[] = [];
	for (const part of elements(prose(read(path)))) {
		if (hasClass('gone')(part)) break;
		if (hasClass('head')(part)) clauses.push({ id: idOf(part), parts: [] });
		else clauses.at(-1)?.parts.push(part);
	}
	return clauses.map(({ id, parts }) => `#${id}\n${wordsOf(parts, 'new')}`);
}

/** The clauses of one side of a page of changes, in the order of that side. */
function sideOfPage(path: string, side: Side): string[] {
	const gone = side === 'new' ? 'removed' : 'added';
	const sections = elements(prose(read(path))).filter((section) => !hasClass(gone)(section));
	const place = ({ attributes }: ElementNode, index: number) =>
		side === 'old' ? Number(attributes['data-was']) : index;
	return sections
		.map((section, index) => ({ section, at: place(section, index) }))
		.toSorted((a, b) => a.at - b.at)
		.map(({ section }) => `#${idOf(section)}\n${wordsOf(elements(section), side)}`);
}

test('every built page of changes holds both versions, blank for blank and cell for cell', () => {
	for (const { slug, what, changes } of pairPolicies) {
		expect(sideOfPage(changes, 'new'), what).toEqual(clausesOf(`${slug}/2027-02-01/`));
		expect(sideOfPage(changes, 'old'), what).toEqual(clausesOf(`${slug}/2026-01-05/`));
	}
});

/** What can be seen of the clauses, without headings and summaries, and without how it is wrapped. */
async function visible(page: Page): Promise<string> {
	const blocks = page.locator(
		'.prose :is(p, li, dt, dd, td, th):not(.summary, .terms, .head p, .gone *, li p, dd p)',
	);
	const texts = await blocks.evaluateAll((all) =>
		all.flatMap((one) =>
			one.checkVisibility() && one instanceof HTMLElement ? one.innerText : [],
		),
	);
	return texts.join(' ').replace(/\s+/g, ' ');
}

const sortedWords = (text: string) => text.split(' ').filter(Boolean).toSorted();

test('the new wording shows the words of the new version and no others, and the old wording those of the old one', async ({
	page,
}) => {
	for (const { slug, what, changes } of pairPolicies.filter(({ theme }) => theme !== 'lists')) {
		const words: Record<string, string> = {};
		for (const date of ['2026-01-05', '2027-02-01']) {
			await page.goto(`${site.origin}/${slug}/${date}/`);
			words[date] = await visible(page);
		}
		await page.goto(`${site.origin}/${changes}`);
		await page.locator('details.same').evaluateAll((all) => {
			for (const one of all) one.setAttribute('open', '');
		});
		await page.getByLabel('New wording').check();
		expect(sortedWords(await visible(page)), what).toEqual(sortedWords(words['2027-02-01'] ?? ''));
		await page.getByLabel('Old wording').check();
		expect(sortedWords(await visible(page)), what).toEqual(sortedWords(words['2026-01-05'] ?? ''));
	}
});

test('on a narrow screen the words of tables stay whole, and the page is no wider than the screen', async ({
	page,
}) => {
	await page.setViewportSize({ width: 360, height: 800 });
	for (const { what, changes } of pairPolicies.filter(({ theme }) => theme === 'tables')) {
		await page.goto(`${site.origin}/${changes}`);
		const broken = await page.locator('.prose :is(td, th)').evaluateAll((cells) =>
			cells.flatMap((cell) => {
				const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
				const found: string[] = [];
				while (walker.nextNode()) {
					const text = walker.currentNode.textContent ?? '';
					for (const { 0: word, index } of text.matchAll(/\p{L}+/gu)) {
						const range = document.createRange();
						range.setStart(walker.currentNode, index);
						range.setEnd(walker.currentNode, index + word.length);
						if (range.getClientRects().length > 1) found.push(word);
					}
				}
				return found;
			}),
		);
		expect(broken, what).toEqual([]);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width, what).toBeLessThanOrEqual(360);
	}
});
