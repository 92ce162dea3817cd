import { characters } from '#src/forms/characters.ts';
import { charactersLeft } from '#src/forms/sending.ts';

/** Long enough for a screen reader not to be interrupted at every key. */
const pause = 500;

let timer = 0;

function words({ value, dataset }: HTMLTextAreaElement): string {
	const limit = Number(dataset.limit);
	if (value.length < limit * 0.8) return '';
	const left = limit - characters(value.trim());
	return left > limit * 0.2 ? '' : charactersLeft(left);
}

/** Says below a text how many characters are left once the end is near, whenever its writer pauses. */
export function count(area: HTMLTextAreaElement): void {
	clearTimeout(timer);
	timer = window.setTimeout(() => {
		const place = document.getElementById(`${area.id}-left`);
		if (place) place.textContent = words(area);
	}, pause);
}
