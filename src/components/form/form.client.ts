import { question, ways } from '#src/forms/question.ts';
import { ask } from './ask.client.ts';
import { doWork, endWork } from './browser-work.client.ts';
import { count } from './count.client.ts';
import { find, input } from './find.client.ts';

/** How long Send waits for work that was chosen in the place of an answer. */
const patience = 60_000;

/** Puts the answered page in the place of this one and gives it the focus that it asks for. */
function show(page: Document): void {
	document.title = page.title;
	find(document, 'main').replaceWith(document.adoptNode(find(page, 'main')));
	start();
	const focus = document.querySelector<HTMLElement>('[autofocus]');
	focus?.focus();
	focus?.scrollIntoView({ block: 'start' });
}

type Pressed = HTMLButtonElement | null;

async function post(form: HTMLFormElement, pressed: Pressed): Promise<void> {
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
	else show(new DOMParser().parseFromString(await response.text(), 'text/html'));
}

/** Waits for the work only where it is all that there is to send. */
async function finishWork(form: HTMLFormElement): Promise<void> {
	const chosen = input(form, ways.instead.name).checked;
	if (!chosen || input(form, question.answer).value !== '') return;
	await Promise.race([doWork(form), new Promise((resolve) => setTimeout(resolve, patience))]);
}

async function send(form: HTMLFormElement, pressed: Pressed): Promise<void> {
	const status = find(form, '.status');
	if (pressed?.name !== ways.other.name) {
		await finishWork(form);
		status.textContent = 'Sending your message.';
	}
	try {
		await post(form, pressed);
	} catch (error) {
		status.textContent = navigator.onLine
			? 'We could not reach our server. Your text is still here: choose Send to try again.'
			: 'You seem to be offline. Your text is still here: choose Send when you are back.';
		throw error;
	}
}

/** Reports on the work to whoever chose it, and to nobody else. */
async function report(form: HTMLFormElement, box: HTMLInputElement): Promise<void> {
	const status = find(form, '.status');
	if (!box.checked) {
		status.textContent = '';
		return;
	}
	status.textContent = ways.working;
	await ask(form);
	const done = await doWork(form);
	if (box.checked) status.textContent = done ? ways.worked : ways.failed;
}

function takeInput(form: HTMLFormElement, target: EventTarget | null): void {
	void ask(form).then(() => doWork(form));
	if (target instanceof HTMLTextAreaElement) count(target, find(form, '.status'));
	if (!(target instanceof HTMLInputElement)) return;
	if (target.name === ways.instead.name) void report(form, target);
}

function listen(form: HTMLFormElement): void {
	let sending = false;
	form.addEventListener('input', ({ target }) => takeInput(form, target));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (sending) return;
		sending = true;
		const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
		if (pressed) pressed.ariaDisabled = 'true';
		send(form, pressed).catch(() => {
			sending = false;
			if (pressed) pressed.ariaDisabled = null;
		});
	});
}

const current = () => document.querySelector<HTMLFormElement>('form[data-challenge]');

function askInView(form: HTMLFormElement, begin: () => void): void {
	new IntersectionObserver((entries) => {
		if (entries.some(({ isIntersecting }) => isIntersecting)) begin();
	}).observe(find(form, '#question'));
}

function start(): void {
	const form = current();
	if (!form) return;
	const begin = () => void ask(form);
	form.addEventListener('focusin', begin);
	form.addEventListener('pointerdown', begin);
	// Not before the first scroll: a crawler's window is taller than any page, and asks for nothing.
	addEventListener('scroll', () => askInView(form, begin), { once: true, passive: true });
	listen(form);
	// On a slow line somebody is typing before the script is here.
	if (form.matches(':focus-within')) begin();
}

addEventListener('pagehide', endWork);
addEventListener('pageshow', ({ persisted }) => {
	const form = current();
	if (persisted && form) void ask(form);
});
start();
