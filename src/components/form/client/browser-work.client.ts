import { controls } from '#src/forms/controls.ts';
import { input } from './find.client.ts';
import { trusted } from './trusted.client.ts';
import address from './work.client.ts?worker&url';

interface Work {
	readonly token: string;
	/** The solution; empty when it cannot be found or the work was ended. */
	readonly done: Promise<string>;
	readonly end: () => void;
}

let current: Work | undefined;

/** When the browser has nothing better to do, and after a second however busy it is. */
const idle: (run: () => void) => void =
	'requestIdleCallback' in window
		? (run) => requestIdleCallback(run, { timeout: 1000 })
		: (run) => setTimeout(run);

/** Ends the work, done or not. */
export function endWork(): void {
	current?.end();
	current = undefined;
}

function startWorker(token: string, settle: (solution?: string) => void): Worker | undefined {
	try {
		const worker = new Worker(trusted.createScriptURL(address), { type: 'module' });
		worker.onmessage = ({ data }: MessageEvent<string>) => settle(data);
		worker.onerror = () => settle();
		worker.postMessage(token);
		return worker;
	} catch {
		settle();
		return undefined;
	}
}

function begin(token: string): Work {
	let worker: Worker | undefined;
	let end = () => {};
	const done = new Promise<string>((resolve) => {
		const settle = (solution = '') => {
			worker?.terminate();
			resolve(solution);
		};
		end = settle;
		idle(() => {
			if (current?.token === token) worker = startWorker(token, settle);
		});
	});
	return { token, done, end };
}

/**
 * Lets the browser do the work that the form's question asks for, once for each question, and puts it into the form.
 * The page that answers a form may hold the same question, and then takes the same work. Gives whether it is there; false
 * also while there is no question yet.
 */
export async function doWork(form: HTMLFormElement): Promise<boolean> {
	const token = input(form, controls.token).value;
	const field = input(form, controls.work);
	if (token === '') return false;
	if (field.value !== '') return true;
	if (current?.token !== token) {
		endWork();
		current = begin(token);
	}
	const solution = await current.done;
	if (input(form, controls.token).value === token) field.value = solution;
	return solution !== '';
}
