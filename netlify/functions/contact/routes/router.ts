import { type FormId, formIds } from '#src/forms/addresses.ts';
import type { Refusal } from '#src/forms/outcomes.ts';
import { fallbackResponse } from '../responses/plain.ts';
import { run as challenge } from './challenge.ts';
import { formAt, formPaths } from './form-at.ts';
import { paths } from './paths.ts';
import type {
	Answer,
	Deferred,
	DeferredRoute,
	RequestContext,
	RouteHandler,
} from './request-context.ts';

interface Route {
	readonly methods: readonly string[];
	readonly handler: RouteHandler;
}

const reading = ['GET', 'HEAD'];
const posting = ['POST'];

/** A handler of the deferred part. */
const deferred =
	(name: DeferredRoute): RouteHandler =>
	async (request, context) =>
		(await context.loadDeferred())[name](request, context);

/** The three addresses of a form. */
function formRoutes(id: FormId): Record<string, Route> {
	const { challenge: ask, send, receipt } = formPaths(id);
	return {
		[ask]: { methods: reading, handler: challenge },
		[send]: { methods: posting, handler: deferred('send') },
		[receipt]: { methods: reading, handler: deferred('receipt') },
	};
}

const routes: Readonly<Record<string, Route>> = {
	...Object.fromEntries(formIds.flatMap((id) => Object.entries(formRoutes(id)))),
	[paths.askForNotices]: { methods: posting, handler: deferred('askForNotices') },
	[paths.confirmNotices]: {
		methods: [...reading, ...posting],
		handler: deferred('confirmNotices'),
	},
	[paths.mailEvents]: { methods: posting, handler: deferred('mailEvents') },
	[paths.deliver]: { methods: posting, handler: deferred('deliver') },
	[paths.health]: { methods: reading, handler: deferred('health') },
	[paths.reports]: { methods: posting, handler: deferred('reports') },
};

async function refuse(
	request: Request,
	{ buildData, loadDeferred }: RequestContext,
	{ outcome, headers = {} }: { outcome: Refusal; headers?: HeadersInit },
): Promise<Answer> {
	const { refusalPage } = await loadDeferred();
	return { response: refusalPage(buildData, outcome, { form: formAt(request), headers }), outcome };
}

const dispatch: RouteHandler = async (request, context) => {
	const found = routes[new URL(request.url).pathname];
	if (!found) return refuse(request, context, { outcome: 'missing' });
	const { methods, handler } = found;
	if (methods.includes(request.method)) return handler(request, context);
	const headers = { allow: methods.join(', ') };
	return refuse(request, context, { outcome: 'method', headers });
};

/** The answer when not even the page that says so can be made. */
const lost = (error: unknown): Answer => ({
	response: fallbackResponse(),
	outcome: 'broken',
	detail: error instanceof Error ? error.name : 'thrown',
});

const failed = async (error: unknown, context: RequestContext): Promise<Answer> => {
	const { failure }: Deferred = await context.loadDeferred();
	return failure(error, context);
};

/** Answers a request to one of the function's addresses and writes one line to the log. Never throws. */
export async function route(request: Request, context: RequestContext): Promise<Response> {
	const started = performance.now();
	const { response, ...entry } = await dispatch(request, context)
		.catch((error: unknown) => failed(error, context))
		.catch(lost);
	const milliseconds = Math.round(performance.now() - started);
	context.log({ ...entry, status: response.status, milliseconds });
	return request.method === 'HEAD' ? new Response(null, response) : response;
}
