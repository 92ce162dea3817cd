import { label, type Marker, readings } from '#src/policies/text/markers.ts';
import type { Level, List } from './levels.ts';

/** What Word prints before a paragraph: a bullet, the marker of an item, or other words such as `1.1`. */
export type Printed =
	| { readonly kind: 'bullet' }
	| { readonly kind: 'item'; readonly marker: Marker }
	| { readonly kind: 'words'; readonly text: string };

/** Counts the numbered paragraphs of a Word file, in their order. */
export class Numbering {
	readonly #counts = new Map<string, number[]>();
	readonly #restarted = new Set<string>();

	/** What the next paragraph of a list is printed with; nothing where Word prints nothing. */
	next(id: string, list: List, level: number): Printed | undefined {
		const { [level]: own } = this.#count(id, list, level);
		const format = list.levels.get(level);
		if (!format || own === undefined) return undefined;
		if (format.type === 'bullet') return { kind: 'bullet' };
		const { type } = format;
		const text = format.text.replace(/%(\d)/g, (_, which: string) => {
			const at = Number(which) - 1;
			const value = this.#counts.get(list.id)?.[at] ?? 1;
			return written(at === level ? format : list.levels.get(at), value, format.digits);
		});
		const marker = readings(text.trim()).find((one) => one.type === type && one.value === own);
		if (marker) return { kind: 'item', marker };
		return text.trim() ? { kind: 'words', text: text.trim() } : undefined;
	}

	#count(id: string, { id: kind, levels, restarts }: List, level: number): readonly number[] {
		const counts = this.#counts.get(kind) ?? [];
		this.#counts.set(kind, counts);
		const start = (at: number) => restarts.get(at) ?? levels.get(at)?.start ?? 1;
		for (let at = 0; at < level; at++) counts[at] ??= start(at);
		const { [level]: before } = counts;
		const restarted = `${id} ${level}`;
		const anew = restarts.has(level) && !this.#restarted.has(restarted);
		this.#restarted.add(restarted);
		counts[level] = before === undefined || anew ? start(level) : before + 1;
		counts.length = level + 1;
		return counts;
	}
}

function written(level: Level | undefined, value: number, digits: boolean): string {
	const type = digits || !level || level.type === 'bullet' ? '1' : level.type;
	return label({ type, form: '.', value }).slice(0, -1);
}
