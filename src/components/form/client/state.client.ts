import type { State } from '#src/forms/question.ts';
import { find } from './find.client.ts';

const question = (form: HTMLFormElement): DOMStringMap =>
	find<HTMLElement>(form, '#question').dataset;

/** Whether no question stands on the page. */
export const isUnasked = (form: HTMLFormElement): boolean => question(form).state !== undefined;

/** Says in their place on the page, which holds them, the words that are named; nothing on a form without a question. */
export function say(form: HTMLFormElement, name: string): void {
	const place = form.querySelector<HTMLElement>(`[data-${name}]`);
	if (place) place.textContent = place.dataset[name] ?? '';
}

/** Says that a question is on its way or cannot be had. One that stands there is never written over. */
export function showState(form: HTMLFormElement, state: State): void {
	if (!isUnasked(form)) return;
	question(form).state = state;
	say(form, state);
}

/** Shows a question in the place of what stands there; a form without a place for one takes it unseen. */
export function showQuestion(form: HTMLFormElement, shown: string, spoken: string): void {
	delete question(form).state;
	const sum = form.querySelector('.sum');
	if (!sum) return;
	sum.textContent = shown;
	find(form, '#answer-words').textContent = spoken;
}
