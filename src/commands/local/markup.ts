/** HTML that is safe to send: everything put into it was escaped. */
export interface Markup {
	readonly markup: string;
}

type Value = string | number | Markup | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** A template tag whose values are escaped unless they are markup themselves. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
	return { markup: String.raw({ raw: parts }, ...values.map(textOf)) };
}

function textOf(value: Value): string {
	if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
	if (typeof value === 'number') return String(value);
	return 'markup' in value ? value.markup : value.map(textOf).join('');
}
