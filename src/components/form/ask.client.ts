import { type Asked, kinds, question, ways } from '#src/forms/question.ts';
import { find, input } from './find.client.ts';

/** A question is asked anew well before the day for which it is good ends. */
const fresh = 20 * 3_600_000;
const patience = 10_000;

const asked = new WeakMap<HTMLFormElement, number>();
const asking = new WeakMap<HTMLFormElement, Promise<void>>();

const isInUse = (answer: HTMLInputElement): boolean =>
	answer.value !== '' || document.activeElement === answer;

/** A question that came with the page stays; one that this script asked for grows old. */
function isWanted(form: HTMLFormElement): boolean {
	if (input(form, question.token).value === '') return true;
	const old = Date.now() - (asked.get(form) ?? Number.POSITIVE_INFINITY) >= fresh;
	return old && !isInUse(input(form, question.answer));
}

function put(form: HTMLFormElement, { token, shown, spoken }: Asked): void {
	asked.set(form, Date.now());
	input(form, question.token).value = token;
	input(form, ways.work).value = '';
	find(form, '.sum').textContent = shown;
	find(form, '.sum + .unseen').textContent = spoken;
	find(form, '#answer-hint').textContent = kinds.sum.example;
}

async function fetchQuestion(form: HTMLFormElement): Promise<void> {
	try {
		const response = await fetch(form.dataset.challenge ?? '', {
			cache: 'no-store',
			signal: AbortSignal.timeout(patience),
		});
		if (!response.ok) throw new Error(String(response.status));
		const question: Asked = await response.json();
		if (isWanted(form)) put(form, question);
	} catch {
		find(form, '#answer-hint').textContent = question.unavailable;
	} finally {
		asking.delete(form);
	}
}

/** Asks for a question, unless one is at hand; one that is being answered is never swapped. Never throws. */
export async function ask(form: HTMLFormElement): Promise<void> {
	const pending = asking.get(form);
	if (pending) return pending;
	if (!isWanted(form)) return;
	const fetched = fetchQuestion(form);
	asking.set(form, fetched);
	return fetched;
}
