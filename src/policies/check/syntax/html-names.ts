/** The tags of HTML that hold nothing. */
export const voidNames: ReadonlySet<string> = new Set([
	...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source'],
	...['track', 'wbr'],
]);

/** The tags of HTML that a text may hold. */
export const htmlNames: ReadonlySet<string> = new Set([
	...voidNames,
	...['a', 'abbr', 'address', 'article', 'aside', 'b', 'bdi', 'bdo', 'blockquote', 'button'],
	...['caption', 'center', 'cite', 'code', 'colgroup', 'data', 'dd', 'del', 'details', 'dfn'],
	...['div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'font', 'footer', 'form', 'h1', 'h2'],
	...['h3', 'h4', 'h5', 'h6', 'header', 'i', 'iframe', 'ins', 'kbd', 'label', 'legend', 'li'],
	...['main', 'mark', 'nav', 'noscript', 'ol', 'option', 'p', 'picture', 'pre', 'q', 's', 'samp'],
	...['script', 'section', 'select', 'small', 'span', 'strike', 'strong', 'style', 'sub'],
	...['summary', 'sup', 'table', 'tbody', 'td', 'textarea', 'tfoot', 'th', 'thead', 'time', 'tr'],
	...['u', 'ul', 'var', 'video'],
]);
