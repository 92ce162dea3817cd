import { parse } from 'ultrahtml';
import { querySelector } from 'ultrahtml/selector';
import { contact } from '#src/forms/contact.ts';
import { question } from '#src/forms/question.ts';
import { Refused } from './session.ts';

/** A question as a visitor meets it, and the token that goes back with the answer. */
interface Met {
	readonly token: string;
	readonly shown: string;
}

/** How often a page is answered before the form counts as refused. */
const maxRounds = 4;

/** The answer to a question as it is shown: a sum, or a word to type. */
function answerTo(shown: string): string {
	const [, a, b] = /(\d+) \+ (\d+)/.exec(shown) ?? [];
	if (a !== undefined && b !== undefined) return String(Number(a) + Number(b));
	const [, word] = /the word (\S+)/.exec(shown) ?? [];
	if (word !== undefined) return word;
	throw new Refused(`Nobody here can answer “${shown}”`);
}

/** The question that a page holds. Throws a Refused when it holds none. */
async function questionOn(page: Response): Promise<Met> {
	const root = parse(await page.text());
	const token = querySelector(root, `input[name=${question.token}]`)?.attributes.value;
	const shown = querySelector(root, '.sum')?.children[0]?.value;
	if (!token || !shown) throw new Refused(`The answer was ${page.status}, without a question`);
	return { token, shown };
}

/** Asks a site for a question. Throws a Refused when it gives none. */
export async function meet(site: string): Promise<Met> {
	const response = await fetch(new URL(contact.challenge, site));
	if (!response.ok) throw new Refused(`${contact.challenge} answers ${response.status}`);
	return response.json();
}

/**
 * Sends a form as a person does who answers each question that comes back. Gives the address of the receipt. Throws a
 * Refused when the form is not taken.
 */
export async function write(
	site: string,
	{ met, values }: { met: Met; values: Readonly<Record<string, string>> },
): Promise<URL> {
	const action = new URL(contact.action, site);
	let current = met;
	for (let round = 0; round < maxRounds; round++) {
		const { token, shown } = current;
		const body = new URLSearchParams({ ...values, token, [question.answer]: answerTo(shown) });
		const response = await fetch(action, { method: 'POST', body, redirect: 'manual' });
		const location = response.headers.get('location');
		if (response.status === 303 && location) return new URL(location, site);
		current = await questionOn(response);
	}
	throw new Refused(`The form came back ${maxRounds} times`);
}

/** The reference that a receipt shows. Throws a Refused when it shows none. */
export async function referenceOn(receipt: URL): Promise<string> {
	const response = await fetch(receipt);
	const shown = querySelector(parse(await response.text()), '.reference')?.children[0]?.value;
	if (response.status !== 200 || !shown)
		throw new Refused(`The receipt answers ${response.status}`);
	return String(shown);
}
