import { controls } from '#src/forms/controls.ts';
import { type Asked, questionHours } from '#src/forms/question.ts';
import { input } from './find.client.ts';
import { isUnasked, showQuestion, showState } from './state.client.ts';

/** A question is asked anew well before it is too old to be answered. */
const fresh = (questionHours - 2) * 3_600_000;
const timeout = 10_000;

const asked = new WeakMap<HTMLFormElement, number>();
const asking = new WeakMap<HTMLFormElement, Promise<void>>();

const isInUse = (answer: HTMLInputElement): boolean =>
	answer.value !== '' || document.activeElement === answer;

/** A question that came with the page stays; one that this script asked for grows old. */
function isWanted(form: HTMLFormElement): boolean {
	if (isUnasked(form)) return true;
	const old = Date.now() - (asked.get(form) ?? Number.POSITIVE_INFINITY) >= fresh;
	return old && !isInUse(input(form, controls.answer));
}

function put(form: HTMLFormElement, { token, shown, spoken }: Asked): void {
	asked.set(form, Date.now());
	input(form, controls.token).value = token;
	input(form, controls.work).value = '';
	showQuestion(form, shown, spoken);
}

async function fetchQuestion(form: HTMLFormElement): Promise<void> {
	showState(form, 'loading');
	try {
		const response = await fetch(form.dataset.challenge ?? '', {
			cache: 'no-store',
			signal: AbortSignal.timeout(timeout),
		});
		if (!response.ok) throw new Error(String(response.status));
		const question: Asked = await response.json();
		if (isWanted(form)) put(form, question);
	} catch {
		showState(form, navigator.onLine ? 'refused' : 'offline');
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
