const special = /[&<>"']/;

/** A switch, because a table looked up for every character of a long text takes ten times as long. */
function entityOf(character: number): string | undefined {
	switch (character) {
		case 0x22:
			return '&quot;';
		case 0x26:
			return '&amp;';
		case 0x27:
			return '&#39;';
		case 0x3c:
			return '&lt;';
		case 0x3e:
			return '&gt;';
	}
	return undefined;
}

/** Escapes a text for HTML, inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
	if (!special.test(text)) return text;
	let escaped = '';
	let done = 0;
	for (let at = 0; at < text.length; at++) {
		const entity = entityOf(text.charCodeAt(at));
		if (entity === undefined) continue;
		escaped += text.slice(done, at) + entity;
		done = at + 1;
	}
	return escaped + text.slice(done);
}

/** A date such as 1 June 2027, or a postcode such as WC1B 5HA. */
export const dateOrPostcode = /\d\d? [A-Z][a-z]+ \d{4}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}/;

/** “E-mail”, a date, or a postcode. */
const onePiece = new RegExp(`\\b(?:[Ee]-mail(?:s|ed)?|${dateOrPostcode.source})\\b`, 'g');

/** Keeps in one line what is read as one word, which browsers would break; its letters stay as they are, to be found and copied. */
export const unbroken = (html: string): string =>
	html.replace(onePiece, '<span class="whole">$&</span>');
