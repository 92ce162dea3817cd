import { label, type Marker } from '#src/policies/text/markers.ts';
import { type List, listsOf } from './levels.ts';
import { Numbering, type Printed } from './numbering.ts';
import { elementsBy, escaped, valIn } from './xml.ts';

interface Parts {
	readonly document: string;
	readonly styles: string;
	readonly numbering: string;
}

interface Place {
	readonly id: string;
	readonly level: number;
}

/** How the name of a bookmark starts that tells what an item is printed with. */
const bookmark = 'list-marker-';

/**
 * The document of a Word file with the markers of items as bookmarks, since the reader of Word files tells only whether a
 * list is numbered; what is no marker of an item, such as 1.1, stands before the words.
 */
export function withMarkers({ document, styles, numbering }: Parts): string {
	const lists = listsOf(numbering);
	const looks = elementsBy(styles, 'style', 'styleId');
	const counter = new Numbering();
	return document
		.replace(/<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/g, '')
		.replace(/<w:pPr>([\s\S]*?)<\/w:pPr>/g, (all, inside: string) => {
			/** A paragraph whose end was deleted is part of the next. */
			if (/<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<w:del /.test(inside)) return all;
			const style = valIn(inside, 'pStyle');
			const place = placeOf(inside, { style, looks, lists });
			const list = place && lists.get(place.id);
			const printed = list && counter.next(place.id, list, place.level);
			const heading = style === undefined ? undefined : headingOf(style, looks);
			if (heading) return told(withStyle(inside, heading), place, asWords(printed));
			return printed ? told(inside, place, printed) : all;
		});
}

/** The style of headings that a style is, or is based on; undefined for others. */
function headingOf(style: string, looks: ReadonlyMap<string, string>): string | undefined {
	const seen = new Set<string>();
	for (let at: string | undefined = style; at !== undefined && !seen.has(at);) {
		seen.add(at);
		const look: string = looks.get(at) ?? '';
		if (/^heading \d$/i.test(valIn(look, 'name') ?? '')) return at;
		at = valIn(look, 'basedOn');
	}
	return undefined;
}

const withStyle = (properties: string, style: string): string =>
	properties.replace(/(<w:pStyle w:val=")[^"]*/, `$1${style}`);

/** The number of a heading stands before its words. */
const asWords = (printed: Printed | undefined): Printed | undefined =>
	printed?.kind === 'item' ? { kind: 'words', text: label(printed.marker) } : printed;

interface Around {
	readonly style: string | undefined;
	readonly looks: ReadonlyMap<string, string>;
	readonly lists: ReadonlyMap<string, List>;
}

/** The list of a paragraph: its own, or that of its style or of the style that it is based on. */
function placeOf(properties: string, { style, looks, lists }: Around): Place | undefined {
	const own = elementOf(properties);
	const seen = new Set<string>();
	let [id, level] = [valIn(own, 'numId'), valIn(own, 'ilvl')];
	for (let at = style; at !== undefined && id === undefined && !seen.has(at);) {
		seen.add(at);
		const look: string = looks.get(at) ?? '';
		id = valIn(elementOf(look), 'numId');
		level ??= valIn(elementOf(look), 'ilvl');
		at = valIn(look, 'basedOn');
	}
	return id === undefined || !lists.has(id) ? undefined : { id, level: Number(level ?? 0) };
}

const elementOf = (xml: string): string => /<w:numPr>[\s\S]*?<\/w:numPr>/.exec(xml)?.[0] ?? '';

/** The properties of a paragraph, with what Word prints before its words. */
function told(inside: string, place: Place | undefined, printed: Printed | undefined): string {
	const rest = inside.replace(/<w:numPr>[\s\S]*?<\/w:numPr>|<w:numPr\/>/, '');
	const properties = (list: string) =>
		`<w:pPr>${rest}<w:numPr><w:ilvl w:val="${place?.level ?? 0}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`;
	if (!printed) return properties('0');
	if (printed.kind === 'words')
		return `${properties('0')}<w:r><w:t xml:space="preserve">${escaped(printed.text)} </w:t></w:r>`;
	if (printed.kind === 'bullet') return properties(place?.id ?? '0');
	const { type, form, value } = printed.marker;
	const name = `${bookmark}${type}-${['.', ')', '()'].indexOf(form)}-${value}`;
	return `${properties(place?.id ?? '0')}<w:bookmarkStart w:id="0" w:name="${name}"/>`;
}

/** The marker that a bookmark of this name tells; undefined for other bookmarks. */
export function markerIn(name: string): Marker | undefined {
	const [, type = '', form = '', value = ''] =
		new RegExp(`^${bookmark}([1aAiI])-([012])-(\\d+)$`).exec(name) ?? [];
	const types = ['1', 'a', 'A', 'i', 'I'] as const;
	const forms = ['.', ')', '()'] as const;
	const [kind, sign] = [types.find((one) => one === type), forms[Number(form)]];
	return kind && sign && value ? { type: kind, form: sign, value: Number(value) } : undefined;
}
