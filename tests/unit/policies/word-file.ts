import { crc32 } from 'node:zlib';

/** The parts of a Word file by their names, as a ZIP archive without compression. */
function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
	const bodies: Buffer[] = [];
	const entries: Buffer[] = [];
	let offset = 0;
	for (const [path, content] of Object.entries(parts)) {
		const [name, data] = [Buffer.from(path), Buffer.from(content)];
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(20, 0);
		facts.writeUInt32LE(crc32(data), 10);
		facts.writeUInt32LE(data.length, 14);
		facts.writeUInt32LE(data.length, 18);
		facts.writeUInt16LE(name.length, 22);
		const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, data]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, rest, name]));
		bodies.push(body);
		offset += body.length;
	}
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

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

const style = (id: string, name: string) =>
	`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const numbering = (id: string, format: string) =>
	`<w:abstractNum w:abstractNumId="${id}">${[0, 1].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')}</w:abstractNum>`;

/** A Word file with a body, styles for headings, and lists: 1 has bullets, 2 has numbers. */
export const wordFile = (body: string, image: Buffer): Buffer =>
	zip({
		'[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/></Types>`,
		'_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
		'word/_rels/document.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rIdNumbering" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="rIdFootnotes" Type="${office}/footnotes" Target="footnotes.xml"/><Relationship Id="rIdPicture" Type="${office}/image" Target="media/image1.png"/></Relationships>`,
		'word/document.xml': `${head}<w:document ${w}><w:body>${body}</w:body></w:document>`,
		'word/footnotes.xml': `${head}<w:footnotes ${w}><w:footnote w:id="7">${paragraph('Days without bank holidays.')}</w:footnote></w:footnotes>`,
		'word/styles.xml': `${head}<w:styles ${w}>${style('Title', 'Title')}${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}</w:styles>`,
		'word/numbering.xml': `${head}<w:numbering ${w}>${numbering('1', 'bullet')}${numbering('2', 'decimal')}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
		'word/media/image1.png': image,
	});
