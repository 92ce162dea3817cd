import { contact } from '#src/forms/contact.ts';
import { read } from '#src/forms/read.ts';
import type { Built } from './built.ts';
import { ask } from './challenge.ts';
import { EnvironmentError } from './env.ts';
import { fromOwnPage, readBody } from './read-body.ts';
import { readReceipt } from './receipt.ts';
import {
	challengeJson,
	formPage,
	lastResort,
	receiptPage,
	refusalPage,
	toReceipt,
} from './respond.ts';
import { type Desk, submit } from './submit.ts';

/** The world around one request. */
export interface Surroundings {
	readonly built: Built;
	/** Opens the desk. Throws an EnvironmentError when the environment is not fit for it. */
	readonly desk: () => Desk;
	/** Takes what one log line holds; never anything personal. */
	readonly log: (entry: Entry) => void;
}

/** One line of the log. */
export interface Entry {
	readonly outcome: string;
	readonly status: number;
	readonly milliseconds: number;
	readonly reference?: string;
	readonly detail?: string;
}

type Answered = { response: Response } & Omit<Entry, 'status' | 'milliseconds'>;

async function send(request: Request, { built, desk }: Surroundings): Promise<Answered> {
	const data = await readBody(request);
	if (typeof data === 'string') return { response: refusalPage(built, data), outcome: data };
	let open: Desk;
	try {
		open = desk();
	} catch (error) {
		if (!(error instanceof EnvironmentError)) throw error;
		const { values } = read(contact.fields, data);
		const response = formPage(built, { kind: 'unavailable', values });
		return { response, outcome: 'misconfigured', detail: error.message };
	}
	const outcome = await submit(open, { data, ownPage: fromOwnPage(request) });
	if (outcome.kind !== 'sent') {
		const reason = outcome.kind === 'step' ? { detail: outcome.reason } : {};
		return { response: formPage(built, outcome, open.issuer), outcome: outcome.kind, ...reason };
	}
	const { receipt, kept } = outcome;
	const response = toReceipt(built, open.issuer, receipt);
	return { response, outcome: kept ? 'stored' : 'mailed', reference: receipt.reference };
}

function challenge({ built, desk }: Surroundings): Answered {
	return { response: challengeJson(built, ask(desk().issuer)), outcome: 'challenge' };
}

function receipt(request: Request, { built, desk }: Surroundings): Answered {
	const signed = new URL(request.url).searchParams.get('r') ?? '';
	const found = readReceipt(desk().issuer.keys, signed);
	if (!found) return { response: refusalPage(built, 'missing'), outcome: 'missing' };
	return {
		response: receiptPage(built, found),
		outcome: 'receipt',
		reference: found.reference,
	};
}

type Route = (request: Request, around: Surroundings) => Answered | Promise<Answered>;

const routes: Readonly<Record<string, { readonly method: string; readonly run: Route }>> = {
	[contact.challenge]: { method: 'GET', run: (_, around) => challenge(around) },
	[contact.action]: { method: 'POST', run: send },
	[contact.sent]: { method: 'GET', run: receipt },
};

function route(request: Request, around: Surroundings): Answered | Promise<Answered> {
	const found = routes[new URL(request.url).pathname];
	if (!found) return { response: refusalPage(around.built, 'missing'), outcome: 'missing' };
	const allow = found.method === 'GET' ? 'GET, HEAD' : found.method;
	if (!allow.split(', ').includes(request.method)) {
		return { response: refusalPage(around.built, 'method', { allow }), outcome: 'method' };
	}
	return found.run(request, around);
}

/** Why a request failed, without anything that a visitor sent. */
const cause = (error: unknown): string =>
	error instanceof EnvironmentError
		? error.message
		: error instanceof Error
			? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}`
			: 'thrown';

function broken(error: unknown, { built }: Surroundings): Answered {
	const outcome = error instanceof EnvironmentError ? 'misconfigured' : 'broken';
	try {
		return { response: refusalPage(built, 'broken'), outcome, detail: cause(error) };
	} catch {
		return { response: lastResort(), outcome, detail: cause(error) };
	}
}

/** Answers a request to the function's addresses and writes one line to the log. Never throws. */
export async function answer(request: Request, around: Surroundings): Promise<Response> {
	const started = performance.now();
	let answered: Answered;
	try {
		answered = await route(request, around);
	} catch (error) {
		answered = broken(error, around);
	}
	const { response, ...entry } = answered;
	const milliseconds = Math.round(performance.now() - started);
	around.log({ ...entry, status: response.status, milliseconds });
	return request.method === 'HEAD' ? new Response(null, response) : response;
}
