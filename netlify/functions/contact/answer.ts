import { contact } from '#src/forms/contact.ts';
import { read } from '#src/forms/read.ts';
import type { Built } from './built.ts';
import { ask } from './challenge.ts';
import { drain } from './drain.ts';
import { EnvironmentError } from './env.ts';
import { isOperator } from './operator.ts';
import type { Desk } from './post.ts';
import { fromOwnPage, readBody } from './read-body.ts';
import { readReceipt } from './receipt.ts';
import {
	challengeJson,
	formPage,
	lastResort,
	plain,
	receiptPage,
	refusalPage,
	toReceipt,
} from './respond.ts';
import { submit } from './submit.ts';
import { sweep } from './sweep.ts';
import { purgeSlots } from './tidy.ts';

/** The world around one request. */
export interface Surroundings {
	readonly built: Built;
	/** The visitor's network address, from the platform. */
	readonly address: string;
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

async function send(request: Request, { built, desk, address }: Surroundings): Promise<Answered> {
	const data = await readBody(request);
	if (typeof data === 'string') return { response: refusalPage(built, data), outcome: data };
	let open: Desk;
	try {
		open = desk();
	} catch (error) {
		if (!(error instanceof EnvironmentError)) throw error;
		const { values } = read(contact.fields, data);
		const response = formPage(built, { kind: 'unavailable', values, at: Date.now() });
		return { response, outcome: 'misconfigured', detail: error.message };
	}
	const outcome = await submit(open, { data, ownPage: fromOwnPage(request), address });
	if (outcome.kind !== 'sent') {
		const reason = outcome.kind === 'step' ? { detail: outcome.reason } : {};
		return { response: formPage(built, outcome), outcome: outcome.kind, ...reason };
	}
	open.later(sweep(open));
	const { receipt, kept } = outcome;
	const response = toReceipt(built, open.issuer, receipt);
	return { response, outcome: kept ? 'stored' : 'mailed', reference: receipt.reference };
}

function challenge({ built, desk }: Surroundings): Answered {
	const open = desk();
	open.later(sweep(open));
	return { response: challengeJson(built, ask(open.issuer)), outcome: 'challenge' };
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

/** The provider tells how a mail went. Without the secret this address is not there. */
async function mailEvents(request: Request, { built, desk }: Surroundings): Promise<Answered> {
	const open = desk();
	const secret = open.secrets.webhook;
	if (secret === undefined) return { response: refusalPage(built, 'missing'), outcome: 'missing' };
	const body = await request.text();
	const { signedByProvider, takeEvent } = await import('./mail-events.ts');
	if (!(await signedByProvider(request, body, secret))) {
		return { response: plain(401, 'not signed'), outcome: 'unsigned' };
	}
	const told = await takeEvent(open, JSON.parse(body));
	return { response: plain(told === 'early' ? 503 : 200, told), outcome: `event ${told}` };
}

/** A round of deliveries for whoever has an operator's token. Without the secret this address is not there. */
async function deliver(request: Request, { built, desk }: Surroundings): Promise<Answered> {
	const open = desk();
	const secret = open.secrets.operator;
	if (secret === undefined) return { response: refusalPage(built, 'missing'), outcome: 'missing' };
	const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
	if (!isOperator(secret, token, open.now())) {
		return { response: plain(401, 'A good operator token is needed'), outcome: 'not operator' };
	}
	const drained = await drain(open, { reads: 2000, tries: 20 });
	const purged = drained.purged + (await purgeSlots(open));
	return { response: plain(200, JSON.stringify({ ...drained, purged })), outcome: 'drained' };
}

type Route = (request: Request, around: Surroundings) => Answered | Promise<Answered>;

const routes: Readonly<Record<string, { readonly method: string; readonly run: Route }>> = {
	[contact.challenge]: { method: 'GET', run: (_, around) => challenge(around) },
	[contact.action]: { method: 'POST', run: send },
	[contact.sent]: { method: 'GET', run: receipt },
	'/contact/mail-events': { method: 'POST', run: mailEvents },
	'/contact/deliver': { method: 'POST', run: deliver },
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
