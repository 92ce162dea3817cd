import { controls } from '#src/forms/controls.ts';
import { input } from './find.client.ts';
import { trusted } from './trusted.client.ts';
import address from './work.client.ts?worker&url';

interface Work {
	readonly token: string;
	/** True when the form holds the work, false when it cannot be done or was ended. */
	readonly done: Promise<boolean>;
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

function begin(token: string, field: HTMLInputElement): Work {
	let worker: Worker | undefined;
	let end = () => {};
	const done = new Promise<boolean>((resolve) => {
		const settle = (solution = '') => {
			worker?.terminate();
			if (solution !== '') field.value = solution;
			resolve(solution !== '');
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
 * Gives whether it is there; false also while there is no question yet.
 */
export function doWork(form: HTMLFormElement): Promise<boolean> {
	const token = input(form, controls.token).value;
	const field = input(form, controls.work);
	if (token === '') return Promise.resolve(false);
	if (field.value !== '') return Promise.resolve(true);
	if (current?.token !== token) {
		endWork();
		current = begin(token, field);
	}
	return current.done;
}
