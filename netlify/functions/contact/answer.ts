import { contact } from '#src/forms/contact.ts';
import type { Refusal } from '#src/forms/outcomes.ts';
import type { Answered, Route, Surroundings } from './around.ts';
import { EnvironmentError } from './environment-error.ts';
import { lastResort } from './respond.ts';

interface Address {
	readonly method: string;
	/** Loads the route with its first request, so that a question does not wait for what a form needs. */
	readonly load: () => Promise<Loaded>;
	loaded?: Promise<Loaded>;
}

interface Loaded {
	readonly run: Route;
}

const addresses: Readonly<Record<string, Address>> = {
	[contact.challenge]: { method: 'GET', load: () => import('./routes/challenge.ts') },
	[contact.action]: { method: 'POST', load: () => import('./routes/send.ts') },
	[contact.sent]: { method: 'GET', load: () => import('./routes/receipt.ts') },
	'/contact/mail-events': { method: 'POST', load: () => import('./routes/mail-events.ts') },
	'/contact/deliver': { method: 'POST', load: () => import('./routes/deliver.ts') },
};

async function refuse(
	{ built }: Surroundings,
	outcome: Refusal,
	headers?: HeadersInit,
): Promise<Answered> {
	const { refusalPage } = await import('./pages.ts');
	return { response: refusalPage(built, outcome, headers), outcome };
}

/** The path of a request's address, which the platform has already put in order. */
function pathOf(url: string): string {
	const start = url.indexOf('/', url.indexOf('//') + 2);
	const end = url.indexOf('?', start);
	return end < 0 ? url.slice(start) : url.slice(start, end);
}

async function route(request: Request, around: Surroundings): Promise<Answered> {
	const found = addresses[pathOf(request.url)];
	if (!found) return refuse(around, 'missing');
	const allow = found.method === 'GET' ? 'GET, HEAD' : found.method;
	if (!allow.split(', ').includes(request.method)) return refuse(around, 'method', { allow });
	found.loaded ??= found.load();
	const { run } = await found.loaded;
	return run(request, around);
}

/** Why a request failed, without anything that a visitor sent. */
const cause = (error: unknown): string =>
	error instanceof EnvironmentError
		? error.message
		: error instanceof Error
			? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}`
			: 'thrown';

async function broken(error: unknown, around: Surroundings): Promise<Answered> {
	const outcome = error instanceof EnvironmentError ? 'misconfigured' : 'broken';
	const response = await refuse(around, 'broken').then((refused) => refused.response, lastResort);
	return { response, outcome, detail: cause(error) };
}

/** Answers a request to the function's addresses and writes one line to the log. Never throws. */
export async function answer(request: Request, around: Surroundings): Promise<Response> {
	const started = performance.now();
	const answered = await route(request, around).catch((error) => broken(error, around));
	const { response, ...entry } = answered;
	const milliseconds = Math.round(performance.now() - started);
	around.log({ ...entry, status: response.status, milliseconds });
	return request.method === 'HEAD' ? new Response(null, response) : response;
}
