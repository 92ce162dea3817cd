import { characters } from '#src/forms/characters.ts';

/** Shows how many characters are left once the end is near. */
export function count(area: HTMLTextAreaElement, status: Element): void {
	const limit = Number(area.dataset.limit);
	const left = area.value.length < limit * 0.8 ? limit : limit - characters(area.value.trim());
	if (left > limit * 0.2) status.textContent = '';
	else if (left >= 0) status.textContent = `You have ${left} characters left in your message.`;
	else status.textContent = `Your message is ${-left} characters too long.`;
}
