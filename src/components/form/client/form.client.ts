import { controls } from '#src/forms/controls.ts';
import { ask } from './ask.client.ts';
import { doWork, endWork } from './browser-work.client.ts';
import { count } from './count.client.ts';
import { find, input } from './find.client.ts';
import { bringBack, keep, keepSoon } from './keep.client.ts';
import { release, send } from './send.client.ts';
import { isUnasked, say } from './state.client.ts';
import { trusted } from './trusted.client.ts';

/** Puts the answered page in the place of this one and gives it the focus that it asks for. */
function show(html: string): void {
	const page = new DOMParser().parseFromString(trusted.createHTML(html), 'text/html');
	document.title = page.title;
	find(document, 'main').replaceWith(document.adoptNode(find(page, 'main')));
	start();
	const focus = document.querySelector<HTMLElement>('[autofocus]');
	focus?.focus();
	focus?.scrollIntoView({ block: 'start' });
}

/** Reports on the work to whoever chose it, and to nobody else. */
async function report(form: HTMLFormElement, box: HTMLInputElement): Promise<void> {
	if (!box.checked) {
		find(form, '.working').textContent = '';
		return;
	}
	say(form, 'working');
	await ask(form);
	const done = await doWork(form);
	if (box.checked) say(form, done ? 'worked' : 'failed');
}

function takeInput(form: HTMLFormElement, target: EventTarget | null): void {
	keepSoon(form);
	void ask(form).then(() => doWork(form));
	if (target instanceof HTMLTextAreaElement) count(target);
	if (!(target instanceof HTMLInputElement)) return;
	if (target.name === controls.instead) void report(form, target);
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
	form.addEventListener('input', ({ target }) => takeInput(form, target));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
		send(form, pressed, show).catch(() => {});
	});
	// On a slow line somebody is typing before the script is here.
	if (form.matches(':focus-within')) begin();
}

/** Makes a form that a browser brings back, kept or filled in anew, say what is true of it now. */
function resume(persisted: boolean): void {
	const form = current();
	if (!form) return;
	if (persisted) {
		release(form);
		void ask(form);
	} else bringBack(form);
	for (const area of form.querySelectorAll('textarea')) count(area);
	const box = input(form, controls.instead);
	if (box.checked) void report(form, box);
}

addEventListener('online', () => {
	const form = current();
	if (form && isUnasked(form) && form.matches(':has(#question[data-state=offline])'))
		void ask(form);
});
addEventListener('pagehide', () => {
	endWork();
	const form = current();
	if (form) keep(form);
});
addEventListener('pageshow', ({ persisted }) => resume(persisted));
start();
