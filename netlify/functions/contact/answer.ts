import { contact } from '#src/forms/contact.ts';
import type { Refusal } from '#src/forms/outcomes.ts';
import type { Answered, BackOffice, Route, Surroundings } from './around.ts';
import { lastResort } from './respond.ts';
import { run as challenge } from './routes/challenge.ts';

interface Address {
	/** The methods that it takes. */
	readonly methods: readonly string[];
	readonly route: Route;
}

const reading = ['GET', 'HEAD'];
const posting = ['POST'];

/** A route that a question does not wait for. */
const inBackOffice =
	(find: (backOffice: BackOffice) => Route): Route =>
	async (request, around) =>
		find(await around.backOffice())(request, around);

const addresses: Readonly<Record<string, Address>> = {
	[contact.challenge]: { methods: reading, route: challenge },
	[contact.action]: { methods: posting, route: inBackOffice(({ send }) => send) },
	[contact.sent]: { methods: reading, route: inBackOffice(({ receipt }) => receipt) },
	'/contact/mail-events': { methods: posting, route: inBackOffice(({ mailEvents }) => mailEvents) },
	'/contact/deliver': { methods: posting, route: inBackOffice(({ deliver }) => deliver) },
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

const answered: Route = (request, around) => {
	const found = addresses[pathOf(request.url)];
	if (!found) return refuse(around, 'missing');
	const { methods, route } = found;
	if (methods.includes(request.method)) return route(request, around);
	return refuse(around, 'method', { allow: methods.join(', ') });
};

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
	let done: Answered;
	try {
		const found = answered(request, around);
		// A question is there at once, and need not wait its turn.
		done = found instanceof Promise ? await found : found;
	} catch (error) {
		done = await broken(error, around);
	}
	const { response, ...entry } = done;
	const milliseconds = Math.round(performance.now() - started);
	around.log({ ...entry, status: response.status, milliseconds });
	return request.method === 'HEAD' ? new Response(null, response) : response;
}
