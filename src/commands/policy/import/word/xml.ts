/** The `w:val` of the first element of a name in some XML of Word. */
export const valIn = (xml: string, name: string): string | undefined =>
	new RegExp(`<w:${name} (?:[^>]* )?w:val="([^"]*)"`).exec(xml)?.[1];

/** The elements of a name, with what is in them, by one of their attributes. */
export function elementsBy(xml: string, name: string, attribute: string): Map<string, string> {
	const found = xml.matchAll(new RegExp(`<w:${name} [^>]*>[\\s\\S]*?</w:${name}>`, 'g'));
	return new Map(
		[...found].map(([element]) => {
			const tag = /^<[^>]*>/.exec(element)?.[0] ?? '';
			return [new RegExp(` w:${attribute}="([^"]*)"`).exec(tag)?.[1] ?? '', element] as const;
		}),
	);
}

/** Words out of XML. */
export const unescaped = (text: string): string =>
	text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');

/** Words as XML takes them. */
export const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
