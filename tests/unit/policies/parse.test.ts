import { expect, test } from '@playwright/test';
import { canonical } from '#src/policies/text/canonical.ts';
import { numbers, plain } from '#src/policies/text/document.ts';
import { blocksHtml, firstSigns, runsHtml } from '#src/policies/text/html.ts';
import { parse } from '#src/policies/text/parse.ts';

const read = (source: string) => parse(source, 'privacy/2026-11-23.mdx');
const complaints = (source: string) =>
	read(source).problems.map(
		({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
	);

test('the comment of a heading becomes its id and leaves its words', () => {
	const { document, problems } = read('## How long we *keep* it {/* #retention */}\n\nSix years.');
	expect(problems).toEqual([]);
	expect(document[0]?.id).toBe('retention');
	expect(plain(document[0]?.title ?? [])).toBe('How long we keep it');
});

test('a heading without an id is refused with its line and a suggestion', () => {
	expect(complaints('## One {/* #one */}\n\nText.\n\n## 3.1 Fees – £10 a year')).toEqual([
		'privacy/2026-11-23.mdx:5:1 Give the clause an id: end the line with {/* #fees-a-year */}',
	]);
});

for (const [what, source, message] of [
	[
		'an id used twice',
		'## A {/* #a */}\n\n## B {/* #a */}',
		'3:1 The id #a was already used on line 1.',
	],
	['an id with a capital', '## A {/* #Abc */}', '1:1 The id #Abc is not made of'],
	['a title in the text', '# A {/* #a */}', '1:1 Headings of a policy are ##'],
	['words before the first clause', 'Hello.', '1:1 Text stands under a clause'],
	[
		'a component',
		'## A {/* #a */}\n\n<Fact />',
		'3:1 A policy holds words, not components such as <Fact />',
	],
	[
		'an expression',
		'## A {/* #a */}\n\nMail {company.mail}.',
		'3:6 In a policy { opens a comment. Write \\{ for the sign itself: Mail \\{company.mail\\}.',
	],
	[
		'what is not MDX',
		'## A {/* #a */}\n\nusage <10 GB',
		'3:7 In a policy < starts a tag. Write \\< for the sign itself: usage \\<10 GB',
	],
] as const)
	test(`${what} is refused where it stands`, () => {
		expect(complaints(source).join('\n')).toContain(`privacy/2026-11-23.mdx:${message}`);
	});

test('every mistake of a file is told at once', () => {
	expect(complaints('# A\n\n## B\n\n<c>')).toHaveLength(4);
});

test('numbers follow the levels of the headings', () => {
	const { document } = read('## A {/* #a */}\n### B {/* #b */}\n### C {/* #c */}\n## D {/* #d */}');
	expect(numbers(document)).toEqual(['1', '1.1', '1.2', '2']);
});

test('lists, tables, links, line breaks and the anchors of merged clauses reach the page', () => {
	const { document } = read(
		`## A {/* #a */}

Ring **us** at <br />once.
`.replace('<br />', '\\\n') +
			`
- one [link](mailto:a@b.c?x=1&y=2) {/* #old */}
- two

  more
  1. nested

| a | b |
|---|---|
| c | d |
`,
	);
	expect(blocksHtml(document[0]?.blocks ?? [])).toBe(
		'<p>Ring <strong>us</strong> at<br>once.</p>' +
			'<ul><li><a id="old"></a>one <a href="mailto:a@b.c?x=1&amp;y=2">link</a></li>' +
			'<li>two<p>more</p><ol><li>nested</li></ol></li></ul>' +
			'<div class="wide"><table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table></div>',
	);
});

const picture = (src: string) => ({ src, sha256: 'ab12' });
const html = (text: string) => {
	const { document, problems } = parse(`## A {/* #a */}\n\n${text}`, 'test.mdx', picture);
	expect(problems).toEqual([]);
	return blocksHtml(document[0]?.blocks ?? []);
};

for (const [what, source, drawn] of [
	[
		'a quotation',
		'> One.\n>\n> Two.\n> - three',
		'<blockquote><p>One.</p><p>Two.</p><ul><li>three</li></ul></blockquote>',
	],
	[
		'code and struck words',
		'Run `a < b` or ~~not~~.',
		'<p>Run <code>a &lt; b</code> or <s>not</s>.</p>',
	],
	[
		'an address in angle brackets',
		'<https://x.example/?a=1&b>',
		'<p><a href="https://x.example/?a=1&amp;b">https://x.example/?a=1&amp;b</a></p>',
	],
	[
		'a mail address in angle brackets',
		'<a@x.example>',
		'<p><a href="mailto:a@x.example">a@x.example</a></p>',
	],
	[
		'a reference link',
		'See [the notice][n].\n\n[n]: /notice/',
		'<p>See <a href="/notice/">the notice</a>.</p>',
	],
	['a rule', 'One.\n\n***\n\nTwo.', '<p>One.</p><hr><p>Two.</p>'],
	['a list from 3', '3. three\n4. four', '<ol><li value="3">three</li><li>four</li></ol>'],
	[
		'lists of several forms',
		'1. a\n\n1) b\n2) c',
		'<ol><li>a</li></ol><ol class="marked" role="list"><li><span>1)</span> b</li><li><span>2)</span> c</li></ol>',
	],
	[
		'lines with letters and numerals',
		'If:\n(a) one\n(b) two:\n    (i) three\n    (ii) four\n(c) five',
		'<p>If:</p><ol class="marked" role="list"><li><span>(a)</span> one</li><li><span>(b)</span> two:<ol class="marked" role="list"><li><span>(i)</span> three</li><li><span>(ii)</span> four</li></ol></li><li><span>(c)</span> five</li></ol>',
	],
	['letters with a full stop', 'a. one\nb. two', '<ol type="a"><li>one</li><li>two</li></ol>'],
	[
		'(h) and (i), both letters',
		'(g) one\n(h) two\n(i) three\n(j) four',
		'<ol class="marked" role="list"><li><span>(g)</span> one</li><li><span>(h)</span> two</li><li><span>(i)</span> three</li><li><span>(j)</span> four</li></ol>',
	],
	[
		'prose that starts with a letter',
		'A. Milne wrote it.\n\n(a) alone',
		'<p>A. Milne wrote it.</p><p>(a) alone</p>',
	],
	['an item that starts with a list', '- - one', '<ul><li><ul><li>one</li></ul></li></ul>'],
	[
		'a table in an item',
		'- one\n\n  | a |\n  |--:|\n  | 1 |',
		'<ul><li>one<div class="wide"><table><tr><th class="right">a</th></tr><tr><td class="right">1</td></tr></table></div></li></ul>',
	],
	[
		'a definition list',
		'Data\n: what we hold\n: and keep',
		'<dl><dt>Data</dt><dd>what we hold</dd><dd>and keep</dd></dl>',
	],
	[
		'a footnote',
		'Six years.[^1]\n\n[^1]: Or *more*.',
		'<p>Six years.<sup><a href="#note:1">1</a></sup></p><div class="note" id="note:1"><sup>1</sup> Or <em>more</em>.</div>',
	],
	[
		'an abbreviation',
		'The ICO; ICOs.\n\n*[ICO]: Information Commissioner’s Office',
		'<p>The <abbr title="Information Commissioner’s Office">ICO</abbr>; ICOs.</p>',
	],
	['a picture', '![Our *office*](/office.png)', '<p><img src="/office.png" alt="Our office"></p>'],
	[
		'a remark and an escaped sign',
		'One \\{a\\} \\< b.\n\n{/* a remark\n\nof three lines */}',
		'<p>One {a} &lt; b.</p>',
	],
] as const)
	test(`${what} reaches the page`, () => expect(html(source)).toBe(drawn));

test('the lines of messages are right after a comment of several lines', () => {
	expect(complaints('## A {/* #a */}\n\n{/* one\n\ntwo */}\n\n“é” 𝒳 <b>x</b>')[0]).toContain(
		':7:8 ',
	);
});

test('a clause of the fourth level is numbered inside its clause', () => {
	const { document, problems } = read(
		'## A {/* #a */}\n### B {/* #b */}\n#### C {/* #c */}\n#### D {/* #d */}',
	);
	expect(problems).toEqual([]);
	expect(numbers(document)).toEqual(['1', '1.1', '1.1.1', '1.1.2']);
});

test('a footnote leads back to its first sign, and the canonical text has nothing of it', () => {
	const source =
		'## Time[^b] {/* #time */}\n\nSix years.[^1] Or not.[^1]\n\n[^1]: Or *more*.\n\n[^b]: As seen[^1] here.\n';
	const { document } = parse(source, 'a.mdx');
	const signs = firstSigns(document);
	expect(document.map(({ title }) => runsHtml(title, signs))).toEqual([
		'Time<sup id="sign:b"><a href="#note:b">b</a></sup>',
	]);
	const back = (sign: string) =>
		`<a class="remark unprinted" href="#sign:${sign}" aria-label="Back to where footnote ${sign} is named"></a>`;
	const html = document.map(({ blocks }) => blocksHtml(blocks, signs)).join('');
	expect(html.replace(/ <svg.*?<\/svg>/g, '')).toBe(
		'<p>Six years.<sup id="sign:1"><a href="#note:1">1</a></sup> Or not.<sup><a href="#note:1">1</a></sup></p>' +
			`<div class="note" id="note:1"><sup>1</sup> Or <em>more</em>.${back('1')}</div>` +
			`<div class="note" id="note:b"><sup>b</sup> As seen<sup><a href="#note:1">1</a></sup> here.${back('b')}</div>`,
	);
	expect(canonical(document)).not.toContain('sign:');
});
