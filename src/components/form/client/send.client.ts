import { controls } from '#src/forms/controls.ts';
import { ask } from './ask.client.ts';
import { doWork } from './browser-work.client.ts';
import { find, input } from './find.client.ts';
import { say } from './state.client.ts';

/** How long Send waits for work that was chosen in the place of an answer, and for work that nobody chose. */
const timeout = 60_000;
const shortTimeout = 10_000;

const busy = new WeakSet<HTMLFormElement>();

/** The button that was pressed, if one was. */
export type Pressed = HTMLButtonElement | null;

/** What to do with the page that answers a form. */
export type Show = (html: string) => void;

async function post(form: HTMLFormElement, pressed: Pressed, show: Show): Promise<void> {
	// Every control is text, so nothing is lost on the way from form data to parameters.
	const data = new FormData(form) as unknown as Record<string, string>;
	const body = new URLSearchParams(data);
	if (pressed?.name) body.set(pressed.name, pressed.value);
	const response = await fetch(form.action, {
		method: 'POST',
		body,
		headers: { accept: 'text/html' },
	});
	if (response.redirected) location.assign(response.url);
	else show(await response.text());
}

/** Waits for the work only where it is all that there is to send. */
async function finishWork(form: HTMLFormElement): Promise<void> {
	const { type, checked } = input(form, controls.instead);
	const unchosen = type === 'hidden';
	if (!(unchosen || checked) || input(form, controls.answer).value !== '') return;
	const end = new Promise((resolve) => setTimeout(resolve, unchosen ? shortTimeout : timeout));
	await Promise.race([ask(form).then(() => doWork(form)), end]);
}

function label(form: HTMLFormElement, name: 'send' | 'busy'): void {
	for (const button of form.querySelectorAll<HTMLElement>('.send')) {
		button.textContent = button.dataset[name] ?? '';
		button.ariaDisabled = name === 'busy' ? 'true' : null;
	}
}

/** Lets a form be sent: it is not on its way, or not any more. */
export function release(form: HTMLFormElement): void {
	busy.delete(form);
	label(form, 'send');
	find(form, '.status').textContent = '';
}

/** Sends a form that is not yet on its way and shows the page that answers it. */
export async function send(form: HTMLFormElement, pressed: Pressed, show: Show): Promise<void> {
	if (busy.has(form)) return;
	busy.add(form);
	try {
		if (pressed?.name !== controls.other.name) {
			label(form, 'busy');
			say(form, 'under');
			await finishWork(form);
		}
		await post(form, pressed, show);
	} catch (error) {
		release(form);
		say(form, navigator.onLine ? 'unreachable' : 'away');
		throw error;
	}
}
