import { expect, test } from '@playwright/test';
import { importsOneFile } from './one-file.ts';

const imported = importsOneFile();

/** One paragraph of an HTML page as it was imported. */
async function paragraph(html: string) {
	const { words, told } = await imported('hire.html', `<h2>Halls</h2><p>${html}</p>`);
	return { words: words.replace(/^## .*\n\n/, '').trim(), told };
}

/** Elements that Markdown has one sign for. */
const signed = (tags: string, sign: string) =>
	tags.split(' ').map((tag) => [`a <${tag}>b</${tag}> c`, `a ${sign}b${sign} c`] as const);

for (const [html, words] of [
	...signed('strong b', '**'),
	...signed('em i cite dfn var', '_'),
	...signed('s del strike', '~~'),
	...signed('code kbd samp tt', '`'),
	...signed('span u ins small font mark time bdi', ''),
	['a <b>b </b>c', 'a **b** c'],
	['a<i> b</i> c', 'a _b_ c'],
	['a<b> </b>c', 'a c'],
	['a <q>b <b>c</b></q>', 'a “b **c**”'],
	...[...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, at) => [`m<sup>${at}</sup>`, `m${raised}`] as const),
	...[...'₀₁₂₃₄₅₆₇₈₉'].map((lowered, at) => [`H<sub>${at}</sub>O`, `H${lowered}O`] as const),
	['Box<sup>TM</sup>', 'Box™'],
	['the 5<sup>th</sup> day', 'the 5th day'],
	['a <a href="/b c/">b</a>', 'a [b](/b%20c/)'],
	['a <a>b</a>', 'a b'],
	['a <script>b()</script>c', 'a c'],
] as const)
	test(`${html} becomes ${words}, and nothing of it is told`, async () => {
		const { told, words: found } = await paragraph(html);
		expect(found).toBe(words);
		expect(told).not.toMatch(/<\w+> means nothing|left out|leads to a file/);
	});

for (const [html, words, message] of [
	['a <blink>b</blink>', 'a b', '<blink> means nothing in a policy; its words are kept: “b”.'],
	['a <!-- ask Ada -->b', 'a b', 'A comment was left out: “ask Ada”.'],
	['<a href="/b/" title="The yard">b</a>', '[b](/b/)', '“The yard”, the title of a link'],
	['<a href="b.html">b</a>', '[b](b.html)', 'The link b.html leads to a file'],
	['<img src="yard.png" alt="The yard">', '![The yard](yard.png)', 'yard.png is not in public/'],
	['<img src="/pictures/yard.png">', '![A picture](/pictures/yard.png)', 'has no words'],
] as const)
	test(`${html} becomes ${words}, and is told`, async () => {
		const { told, words: found } = await paragraph(html);
		expect(found).toBe(words);
		expect(told).toContain(message);
	});

test('what is in order is not told of a link or a picture', async () => {
	const { told } = await paragraph(
		'<a href="/b/" title="b">b</a> <a href="https://example.org/b" title="https://example.org/b">c</a> <img src="/pictures/yard.png" alt="The yard">',
	);
	expect(told).not.toMatch(/title of a link|not in public|has no words/);
});
