import { contact } from '#src/forms/contact.ts';
import type { Refusal } from '#src/forms/outcomes.ts';
import type { Answered, BackOffice, Route, Surroundings } from './around.ts';
import { lastResort } from './respond.ts';
import { run as challenge } from './routes/challenge.ts';

interface Address {
	readonly method: string;
	/** Finds who answers; a question does not wait for what a form needs. */
	readonly route: (around: Surroundings) => Promise<Route>;
}

const inBackOffice =
	(find: (backOffice: BackOffice) => Route): Address['route'] =>
	async ({ backOffice }) =>
		find(await backOffice());

const addresses: Readonly<Record<string, Address>> = {
	[contact.challenge]: { method: 'GET', route: async () => challenge },
	[contact.action]: { method: 'POST', route: inBackOffice(({ send }) => send) },
	[contact.sent]: { method: 'GET', route: inBackOffice(({ receipt }) => receipt) },
	'/contact/mail-events': { method: 'POST', route: inBackOffice(({ mailEvents }) => mailEvents) },
	'/contact/deliver': { method: 'POST', route: inBackOffice(({ deliver }) => deliver) },
};

async function refuse(
	{ built, backOffice }: Surroundings,
	outcome: Refusal,
	headers?: HeadersInit,
): Promise<Answered> {
	const { refusalPage } = await backOffice();
	return { response: refusalPage(built, outcome, headers), outcome };
}

/** The path of a request's address, which the platform has already put in order. */
function pathOf(url: string): string {
	const start = url.indexOf('/', url.indexOf('//') + 2);
	const end = url.indexOf('?', start);
	return end < 0 ? url.slice(start) : url.slice(start, end);
}

async function answered(request: Request, around: Surroundings): Promise<Answered> {
	const found = addresses[pathOf(request.url)];
	if (!found) return refuse(around, 'missing');
	const allow = found.method === 'GET' ? 'GET, HEAD' : found.method;
	if (!allow.split(', ').includes(request.method)) return refuse(around, 'method', { allow });
	const route = await found.route(around);
	return route(request, around);
}

/** When not even the page that says so can be made. */
const lost = (error: unknown): Answered => ({
	response: lastResort(),
	outcome: 'broken',
	detail: error instanceof Error ? error.name : 'thrown',
});

const broken = (error: unknown, around: Surroundings): Promise<Answered> =>
	around
		.backOffice()
		.then((backOffice) => backOffice.broken(error, around))
		.catch(lost);

/** Answers a request to the function's addresses and writes one line to the log. Never throws. */
export async function answer(request: Request, around: Surroundings): Promise<Response> {
	const started = performance.now();
	const { response, ...entry } = await answered(request, around).catch((error) =>
		broken(error, around),
	);
	const milliseconds = Math.round(performance.now() - started);
	around.log({ ...entry, status: response.status, milliseconds });
	return request.method === 'HEAD' ? new Response(null, response) : response;
}
