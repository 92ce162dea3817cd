import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { importsOneFile } from './one-file.ts';
import { paragraph, wordFile } from './word-file.ts';

const imported = importsOneFile();
const png = readFileSync('.github/screenshot.png');
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file with lists of its own: its `numbering.xml`, and what its styles say besides that of headings. */
const word = (body: readonly string[], numbering: string, styles = '') =>
	wordFile(body.join(''), png, {
		'word/numbering.xml': `<?xml version="1.0"?><w:numbering ${w}>${numbering}</w:numbering>`,
		'word/styles.xml': `<?xml version="1.0"?><w:styles ${w}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>${styles}</w:styles>`,
	});

const title = paragraph('Halls', { style: 'Heading1' });
const list = (id: string, inside: string) =>
	`<w:abstractNum w:abstractNumId="${id}">${inside}</w:abstractNum>`;
const level = (at: number, inside: string) => `<w:lvl w:ilvl="${at}">${inside}</w:lvl>`;
const num = (id: string, of: string, inside = '') =>
	`<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${inside}</w:num>`;
const format = (name: string, text: string, start = 1) =>
	`<w:start w:val="${start}"/><w:numFmt w:val="${name}"/><w:lvlText w:val="${text}"/>`;
const item = (text: string, depth = 0) => paragraph(text, { list: '1', level: depth });

const afterTitle = (words: string): string => words.split('\n\n').slice(1).join('\n\n');

test('a level that says neither number nor sign is 1. and so on', async () => {
	const lists = list('1', level(0, '') + level(1, '')) + num('1', '1');
	const { words } = await imported(
		'hire.docx',
		word([title, item('North'), item('Upstairs', 1), item('Downstairs', 1), item('South')], lists),
	);
	expect(afterTitle(words)).toBe('1. North\n   1. Upstairs\n   2. Downstairs\n2. South\n');
});

test('a list begins with the number that it says, and one that begins lower down counts what is above it', async () => {
	const lists =
		list('1', level(0, format('decimal', '%1.', 4)) + level(1, format('decimal', '%1.%2', 3))) +
		num('1', '1');
	const { words } = await imported(
		'hire.docx',
		word([title, item('North', 1), item('South', 1), item('The roof')], lists),
	);
	expect(afterTitle(words)).toBe('4\\.3 North\n\n4\\.4 South\n\n5. The roof\n');
});

for (const [how, digits, printed] of [
	['as they are there', '', 'II.1'],
	['as digits where the level says so', '<w:isLgl/>', '2\\.1'],
] as const) {
	test(`numbers of other levels are written ${how}`, async () => {
		const below = level(1, format('decimal', '%1.%2') + digits);
		const lists = list('1', level(0, format('upperRoman', '%1.')) + below) + num('1', '1');
		const body = [title, item('North'), item('South'), item('The roof', 1)];
		const { words } = await imported('hire.docx', word(body, lists));
		expect(words.trim().split('\n').at(-1)).toBe(`${printed} The roof`);
	});
}

test('a list that is told by a style of lists is numbered as that style says', async () => {
	const lists =
		list('1', `<w:styleLink w:val="Legal"/>${level(0, format('lowerLetter', '(%1)'))}`) +
		list('2', '<w:numStyleLink w:val="Legal"/>') +
		list('3', `<w:styleLink w:val="Other"/>${level(0, format('upperLetter', '%1)'))}`) +
		num('1', '2') +
		num('8', '1') +
		num('9', '3');
	const styles = ['Legal:8', 'Other:9'].map((style) => {
		const [name = '', id = ''] = style.split(':');
		return `<w:style w:type="numbering" w:styleId="${name}"><w:name w:val="${name}"/><w:pPr><w:numPr><w:numId w:val="${id}"/></w:numPr></w:pPr></w:style>`;
	});
	const { words } = await imported(
		'hire.docx',
		word([title, item('North'), item('South')], lists, styles.join('')),
	);
	expect(afterTitle(words)).toBe('(a) North\n(b) South\n');
});

test('a paragraph without a list has that of its style, or of the style that it is based on', async () => {
	const lists =
		list('1', level(0, format('decimal', '%1.')) + level(1, format('lowerLetter', '(%2)'))) +
		num('1', '1');
	const numbered = (at: string) => `<w:pPr><w:numPr>${at}<w:numId w:val="1"/></w:numPr></w:pPr>`;
	const style = (id: string, inside: string) =>
		`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inside}</w:style>`;
	const styles =
		style('Item', numbered('')) +
		style('Part', numbered('<w:ilvl w:val="1"/>')) +
		style('Small', '<w:basedOn w:val="Part"/>') +
		style('Loop', '<w:basedOn w:val="Loop"/>');
	const of = (name: string, text: string) => paragraph(text, { style: name });
	const body = [
		title,
		of('Item', 'North'),
		of('Part', 'Up'),
		of('Small', 'Down'),
		of('Loop', 'End'),
	];
	const { words } = await imported('hire.docx', word(body, lists, styles));
	expect(afterTitle(words)).toBe('1. North\n   (a) Up\n   (b) Down\n\nEnd\n');
});

test('a paragraph whose end was deleted takes no number of its own', async () => {
	const lists = list('1', level(0, format('decimal', '%1.'))) + num('1', '1');
	const deleted = item('North and ').replace(
		'</w:pPr>',
		'<w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>',
	);
	const { words } = await imported(
		'hire.docx',
		word([title, deleted, item('South'), item('Roof')], lists),
	);
	expect(afterTitle(words)).toBe('1. North and South\n2. Roof\n');
});

test('a paragraph at a level that its list does not have has no number', async () => {
	const lists = list('1', level(0, format('decimal', '%1.'))) + num('1', '1');
	const { words } = await imported('hire.docx', word([title, item('North'), item('Up', 5)], lists));
	expect(words).not.toMatch(/\d.*Up/);
});

test('a number that another list has again is started anew once, however often that list is used', async () => {
	const lists =
		list('1', level(0, format('decimal', '%1.'))) +
		num('1', '1') +
		num('2', '1', '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>');
	const again = (text: string) => paragraph(text, { list: '2' });
	const body = [title, item('North'), paragraph('Then'), again('East'), again('West')];
	const { words } = await imported('hire.docx', word(body, lists));
	expect(afterTitle(words)).toBe('1. North\n\nThen\n\n7. East\n8. West\n');
});

test('a list that names a style of lists which is not there is refused in words', async () => {
	const lists =
		list('1', `<w:styleLink w:val="Legal"/>${level(0, format('lowerLetter', '(%1)'))}`) +
		list('2', '<w:numStyleLink w:val="Legal"/>') +
		num('1', '2');
	await expect(imported('hire.docx', word([title, item('North')], lists))).rejects.toThrow(
		'hire.docx has parts that do not fit together',
	);
});
