import { packed } from '#src/commands/policy/import/word/archive.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A paragraph of Word; `style` is the id of a paragraph style, `list` the id of a numbering, `level` how deep it is in it. */
export function paragraph(
	text: string,
	{ style = '', list = '', level = 0, look = '' } = {},
): string {
	const numbering =
		list && `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
	const properties = `<w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${numbering}</w:pPr>`;
	return `<w:p>${properties}<w:r>${look && `<w:rPr><w:${look}/></w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A paragraph of Word that ends with the sign of the footnote. */
export const noted = (text: string): string =>
	paragraph(text).replace('</w:p>', '<w:r><w:footnoteReference w:id="7"/></w:r></w:p>');

/** A table of Word whose rows after the first have their first cell in common. */
export const tallTable = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
	`<w:tbl><w:tr>${head.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>${rows
		.map(
			([first = '', ...rest], at) =>
				`<w:tr><w:tc><w:tcPr><w:vMerge${at === 0 ? ' w:val="restart"' : ''}/></w:tcPr>${paragraph(first)}</w:tc>${rest.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`,
		)
		.join('')}</w:tbl>`;

/** A table of Word. */
export const table = (rows: readonly (readonly string[])[]): string =>
	`<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A picture of Word that stands in a paragraph of its own. */
export const picture = (alt: string): string =>
	`<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="${office}" r:embed="rIdPicture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

const style = (id: string, name: string, basedOn = '') =>
	`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}</w:style>`;
/** How the levels of a list are numbered: the format of Word, and what stands before the words. */
type Levels = readonly (readonly [format: string, text: string])[];

const numbering = (id: string, levels: Levels) =>
	`<w:abstractNum w:abstractNumId="${id}">${levels.map(([format, text], level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`).join('')}</w:abstractNum>`;
const lists: readonly Levels[] = [
	[
		['bullet', '•'],
		['bullet', '•'],
	],
	[
		['decimal', '%1.'],
		['decimal', '%2.'],
	],
	[
		['decimal', '%1.'],
		['decimal', '%1.%2'],
		['lowerLetter', '(%3)'],
		['lowerRoman', '(%4)'],
	],
	[['upperLetter', '%1)']],
];
const numberings = lists.map((levels, at) => numbering(String(at + 1), levels)).join('');
const numbers = [...lists.keys()]
	.map((at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at + 1}"/></w:num>`)
	.join('');
/** The numbers of list 2 once more, from 1. */
const anew =
	'<w:num w:numId="9"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';

/**
 * A Word file with a body, styles for headings, and lists: 1 has bullets, 2 has numbers, 9 the same from 1 once more,
 * 3 has 1., 1.1, (a), (i), and 4 has A). `more` are further parts by their names.
 */
export function wordFile(body: string, image: Buffer, more: Record<string, string> = {}): Buffer {
	const parts = {
		'[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/></Types>`,
		'_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
		'word/_rels/document.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rIdNumbering" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="rIdFootnotes" Type="${office}/footnotes" Target="footnotes.xml"/><Relationship Id="rIdPicture" Type="${office}/image" Target="media/image1.png"/></Relationships>`,
		'word/document.xml': `${head}<w:document ${w}><w:body>${body}</w:body></w:document>`,
		'word/footnotes.xml': `${head}<w:footnotes ${w}><w:footnote w:id="7">${paragraph('Days without bank holidays.')}</w:footnote></w:footnotes>`,
		'word/styles.xml': `${head}<w:styles ${w}>${style('Title', 'Title')}${style('TOC1', 'toc 1')}${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}${style('Clause', 'Clause title', 'Heading1')}</w:styles>`,
		'word/numbering.xml': `${head}<w:numbering ${w}>${numberings}${numbers}${anew}</w:numbering>`,
		'word/media/image1.png': image,
		...more,
	};
	return packed(
		new Map(Object.entries(parts).map(([name, part]) => [name, Buffer.from(part)] as const)),
	);
}
