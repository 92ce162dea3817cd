import type { FormId } from '#src/forms/addresses.ts';
import type { Refusal } from '#src/forms/outcomes.ts';
import type { Issuer } from '../captcha/challenge.ts';
import type { BuildData } from '../shared/build-data.ts';
import type { DeliveryServices } from '../delivery/services.ts';
import type { Subscribers } from '../notices/subscribers.ts';
import type { SubmissionServices } from '../submission/services.ts';
import type { Signing } from '../shared/signing.ts';

/** Everything that the routes pass on to the rooms below. */
export interface Services extends SubmissionServices {
	/** Absent where notices of changes are not set up. */
	readonly subscribers?: Subscribers;
	/** Secrets of callers who are not visitors; absent where that is not set up. */
	readonly secrets: { readonly webhook?: string; readonly operator?: string };
}

/** The routes whose handlers are in the deferred part. */
export type DeferredRoute =
	| 'send'
	| 'receipt'
	| 'askForNotices'
	| 'confirmNotices'
	| 'mailEvents'
	| 'deliver'
	| 'health'
	| 'reports';

/** The part of the function that issuing a challenge does not need, as `deferred.ts` exports it. */
export interface Deferred extends Readonly<Record<DeferredRoute, RouteHandler>> {
	refusalPage(
		buildData: BuildData,
		outcome: Refusal,
		about?: { readonly form?: FormId; readonly headers?: HeadersInit },
	): Response;
	/** The answer to a request whose handler threw. */
	failure(error: unknown, context: RequestContext): Answer;
	/** Throws an EnvironmentError that names every variable to mend. */
	readEnvironment(variables: NodeJS.ProcessEnv): Promise<Signing>;
	sweep(services: DeliveryServices): Promise<void>;
}

/** What a route handler is given besides the request. */
export interface RequestContext {
	readonly buildData: BuildData;
	/** Loads the deferred part with the first request that needs it. */
	readonly loadDeferred: () => Promise<Deferred>;
	/** The visitor's network address, from the platform. */
	readonly address: string;
	/** Opens what signs challenges and receipts. Throws an EnvironmentError when the environment is not fit for it. */
	readonly issuer: () => Promise<Issuer>;
	/** Opens all services. Throws an EnvironmentError too. */
	readonly services: () => Promise<Services>;
	/** Returns true at most every 30 s; the caller then makes a sweep. */
	readonly sweepIsDue: () => boolean;
	/** Starts some work once the response is out. */
	readonly afterResponse: Services['afterResponse'];
	/** Writes one line of the log; never anything personal. */
	readonly log: (entry: LogEntry) => void;
}

/** One line of the log. */
export interface LogEntry {
	readonly outcome: string;
	readonly status: number;
	readonly milliseconds: number;
	readonly reference?: string;
	readonly detail?: string;
}

/** A response, and what the log says of it. */
export type Answer = { response: Response } & Omit<LogEntry, 'status' | 'milliseconds'>;

/** Answers the requests to one address. */
export type RouteHandler = (request: Request, context: RequestContext) => Promise<Answer>;
