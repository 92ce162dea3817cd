import { expect, test } from '@playwright/test';
import { numbers, plain } from '#src/policies/text/document.ts';
import { blocksHtml } from '#src/policies/text/html.ts';
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
			'<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>',
	);
});
