import { controls } from '#src/forms/controls.ts';

const question: readonly string[] = [controls.answer, controls.token, controls.work];

/** Safari allows a hundred changes of its history in half a minute. */
const pause = 400;

/**
 * Keeps what stands in a form with this entry of the tab's history, where browsers keep what they restore themselves.
 * Not every browser does that after a reload, or for a form that came as an answer. It ends with the tab.
 */
export function keep(form: HTMLFormElement): void {
	const kept = [...new FormData(form)].filter(
		([name, value]) => value !== '' && !question.includes(name),
	);
	history.replaceState(kept, '');
}

let isWaiting = false;

/** The same soon, and not more often than browsers allow. */
export function keepSoon(form: HTMLFormElement): void {
	if (isWaiting) return;
	isWaiting = true;
	setTimeout(() => {
		isWaiting = false;
		keep(form);
	}, pause);
}

/** Puts what was kept back into a form, except where something stands already. */
export function bringBack(form: HTMLFormElement): void {
	const kept: [string, string][] = history.state ?? [];
	for (const [name, value] of kept) {
		const control = form.elements.namedItem(name);
		if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = true;
		else if (control && 'value' in control && control.value === '') control.value = value;
	}
}
