import type { Marker } from '#src/policies/text/markers.ts';
import { attribute, type Element } from './hast.ts';

/** What an item of a numbered list is printed with, as it or its list says by `type` or by its style. */
export function markerOf(list: Element, item: Element | undefined, value: number): Marker {
	const all = [...(item ? [item] : []), list].map(typeOf);
	const form = item ? attribute(item, 'dataForm') : '';
	return {
		type: all.find((type) => type !== undefined) ?? '1',
		form: form === ')' || form === '()' ? form : '.',
		value,
	};
}

const types: Record<string, Marker['type']> = {
	'lower-alpha': 'a',
	'lower-latin': 'a',
	'upper-alpha': 'A',
	'upper-latin': 'A',
	'lower-roman': 'i',
	'upper-roman': 'I',
	decimal: '1',
};

function typeOf(element: Element): Marker['type'] | undefined {
	const style = /list-style(?:-type)?:\s*(?:[^;]*\s)?((?:lower|upper)-\w+|decimal)\b/.exec(
		attribute(element, 'style').toLowerCase(),
	)?.[1];
	const named = style === undefined ? undefined : types[style];
	const given = attribute(element, 'type');
	return named ?? (['1', 'a', 'A', 'i', 'I'] as const).find((type) => type === given);
}
