import { characters } from '#src/forms/characters.ts';
import { type Asked, question } from '#src/forms/question.ts';

/** A question is asked anew well before the day for which it is good ends. */
const fresh = 20 * 3_600_000;
const patience = 10_000;

const find = <E extends Element>(root: ParentNode, selector: string): E => {
	const found = root.querySelector<E>(selector);
	if (!found) throw new Error(`The form has no ${selector}`);
	return found;
};

let asked = 0;
let asking = false;

/** Asks for a question, unless one is at hand; one that is being answered is never swapped. */
async function ask(form: HTMLFormElement): Promise<void> {
	const token = find<HTMLInputElement>(form, `[name=${question.token}]`);
	const answer = find<HTMLInputElement>(form, '#answer');
	const inUse = () => answer.value !== '' || document.activeElement === answer;
	const have = token.value !== '' && (asked === 0 || Date.now() - asked < fresh);
	if (asking || have || (token.value !== '' && inUse())) return;
	asking = true;
	try {
		const response = await fetch(form.dataset.challenge ?? '', {
			cache: 'no-store',
			signal: AbortSignal.timeout(patience),
		});
		if (!response.ok) throw new Error(String(response.status));
		const { token: signed, shown, spoken }: Asked = await response.json();
		if (token.value !== '' && inUse()) return;
		token.value = signed;
		asked = Date.now();
		find(form, '.sum').textContent = shown;
		find(form, '.sum + .unseen').textContent = spoken;
		find(form, '#answer-hint').textContent = question.example;
	} catch {
		find(form, '#answer-hint').textContent = question.unavailable;
	} finally {
		asking = false;
	}
}

/** Shows how many characters are left once the end is near. */
function count(area: HTMLTextAreaElement, status: Element): void {
	const limit = Number(area.dataset.limit);
	const left = area.value.length < limit * 0.8 ? limit : limit - characters(area.value.trim());
	if (left > limit * 0.2) status.textContent = '';
	else if (left >= 0) status.textContent = `You have ${left} characters left in your message.`;
	else status.textContent = `Your message is ${-left} characters too long.`;
}

/** Puts the answered page in the place of this one and gives it the focus that it asks for. */
function show(page: Document): void {
	document.title = page.title;
	find(document, 'main').replaceWith(document.adoptNode(find(page, 'main')));
	asked = 0;
	start();
	const focus = document.querySelector<HTMLElement>('[autofocus]');
	focus?.focus();
	focus?.scrollIntoView({ block: 'start' });
}

async function send(form: HTMLFormElement): Promise<void> {
	const response = await fetch(form.action, {
		method: 'POST',
		// Every control is text, so nothing is lost on the way from form data to parameters.
		body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
		headers: { accept: 'text/html' },
	});
	if (response.redirected) location.assign(response.url);
	else show(new DOMParser().parseFromString(await response.text(), 'text/html'));
}

function start(): void {
	const form = document.querySelector<HTMLFormElement>('form[data-challenge]');
	if (!form) return;
	const status = find(form, '.status');
	const button = find<HTMLButtonElement>(form, '[type=submit]');
	const begin = () => void ask(form);
	form.addEventListener('focusin', begin);
	form.addEventListener('pointerdown', begin);
	new IntersectionObserver((entries) => {
		if (entries.some(({ isIntersecting }) => isIntersecting)) begin();
	}).observe(find(form, '#question'));
	addEventListener('pageshow', ({ persisted }) => persisted && begin());
	form.addEventListener('input', ({ target }) => {
		if (target instanceof HTMLTextAreaElement) count(target, status);
	});
	let sending = false;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (sending) return;
		sending = true;
		button.ariaDisabled = 'true';
		status.textContent = 'Sending your message.';
		send(form).catch(() => {
			sending = false;
			button.ariaDisabled = null;
			status.textContent = navigator.onLine
				? 'We could not reach our server. Your text is still here: choose Send to try again.'
				: 'You seem to be offline. Your text is still here: choose Send when you are back.';
		});
	});
}

start();
