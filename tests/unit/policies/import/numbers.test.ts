import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readFolder } from '#src/policies/read.ts';
import { importsOneFile } from './one-file.ts';
import { paragraph, wordFile } from './word-file.ts';

const imported = importsOneFile();

const png = readFileSync('.github/screenshot.png');
const word = (body: readonly string[], more = {}) => wordFile(body.join(''), png, more);
const heading = (text: string) => paragraph(text, { style: 'Heading1', list: '3' });
const legal = (text: string, level: number) => paragraph(text, { list: '3', level });

test('items of Word have the letters and numbers that Word prints, and go on after other words', async () => {
	const body = [
		heading('Halls'),
		legal('You may hire:', 1),
		legal('the north hall;', 2),
		legal('upstairs,', 3),
		legal('or downstairs;', 3),
		legal('the south hall.', 2),
		legal('You may not hire the roof.', 1),
		heading('Keys'),
		legal('You fetch the key:', 1),
		legal('in the morning,', 2),
		legal('from the warden.', 2),
		paragraph('Ask', { list: '2' }),
		paragraph('Wait', { list: '2' }),
		paragraph('Then go on.'),
		paragraph('Pay', { list: '2' }),
		paragraph('North', { list: '4' }),
		paragraph('South', { list: '4' }),
	];
	const { words, told } = await imported('hire.docx', word(body));
	expect(words).toBe(`## Halls {/* #halls */}

1\\.1 You may hire:

(a) the north hall;
 (i) upstairs,
 (ii) or downstairs;
(b) the south hall.

1\\.2 You may not hire the roof.

## Keys {/* #keys */}

2\\.1 You fetch the key:

(a) in the morning,
(b) from the warden.
1. Ask
2. Wait

Then go on.

3. Pay

A) North
B) South
`);
	expect(told).not.toContain('Word');
	expect(readFolder('policies').problems).toEqual([]);
});

test('a list of Word that starts again without words between is told', async () => {
	const body = [
		heading('Steps'),
		paragraph('Ask', { list: '2' }),
		paragraph('Wait', { list: '2' }),
		paragraph('Come', { list: '9' }),
	];
	const { told } = await imported('hire.docx', word(body));
	expect(told).toContain('In “Steps” a list starts again at 1., right after another');
});

const part = (name: string, words: string) =>
	`<?xml version="1.0"?><w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${words}</w:${name}>`;

test('what a Word file has beside its words is told', async () => {
	const body = [
		paragraph('1 Fees 2', { style: 'TOC1' }),
		paragraph('Fees', { style: 'Clause' }),
		'<w:p><w:r><w:t>You pay </w:t></w:r><w:del w:id="1"><w:r><w:delText>later</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>first</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> or never</w:t></w:r></w:p>',
	];
	const { words, told } = await imported(
		'hire.docx',
		word(body, {
			'word/comments.xml': part(
				'comments',
				`<w:comment w:id="0">${paragraph('Who says so?')}</w:comment>`,
			),
			'word/footer1.xml': part('ftr', paragraph('In force from May 2018')),
		}),
	);
	expect(words).toBe('## Fees {/* #fees */}\n\nYou pay first or never\n');
	expect(told).toContain('changes that nobody accepted or rejected yet');
	expect(told).toContain('The table of contents was left out');
	expect(told).toContain('A comment was left out: “Who says so?”');
	expect(told).toContain('The footer of the pages was left out: “In force from May 2018”');
	expect(told).toContain('Words that the file hides were read: “or never”');
});

test('a title keeps a number that is part of it, and clauses that get other numbers are told', async () => {
	const { words, told } = await imported(
		'hire.md',
		'Read this first.\n\n## 1.Fees\n\nSee section 2.\n\n## Article 2 – 30 days to pay\n\nPay.\n\n## 24 hours a day\n\nCall.\n',
	);
	expect(words.match(/^## .*(?= \{)/gm)).toEqual([
		'## Introduction',
		'## Fees',
		'## 30 days to pay',
		'## 24 hours a day',
	]);
	expect(told).toContain(
		'“Fees” was number 1 and is number 2 here; the words name clauses by number in 1 place, first “section 2”: see whether they are right.',
	);
});

test('lists of HTML have the letters that their style says, and what a page hides or has left open is told', async () => {
	const { words, told } = await imported(
		'hire.html',
		'<h2>Halls</h2><ol style="list-style-type: lower-alpha"><li>north<ol style="list-style: inside upper-roman"><li>up</li><li>down</li></ol></li><li>south</li></ol><p style="display: none">Not yet.</p><p>Write to {{ mail }} before [DATE].</p>',
	);
	expect(words).toContain('a. north\n I. up\n II. down\nb. south\n');
	expect(told).toContain('Words that the page hides were read: “Not yet.”');
	expect(told).toContain('{{ mail }} is for the program that made the page');
	expect(told).toContain('“[DATE]” was left to be filled in');
});

test('a file that is no Word file is refused in words', async () => {
	await expect(imported('hire.docx', 'Hello')).rejects.toThrow(
		'hire.docx is no Word file that can be read',
	);
});
