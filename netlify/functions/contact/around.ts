import type { Refusal } from '#src/forms/outcomes.ts';
import type { Built } from './built.ts';
import type { Issuer } from './challenge.ts';
import type { Desk, Post } from './post.ts';
import type { Signing } from './signing.ts';

/** What answering may need beyond a question. */
export interface BackOffice {
	readonly send: Route;
	readonly receipt: Route;
	readonly mailEvents: Route;
	readonly deliver: Route;
	refusalPage(built: Built, outcome: Refusal, headers?: HeadersInit): Response;
	/** The answer to a request that failed by an error. */
	broken(error: unknown, around: Surroundings): Answered;
	/** Throws an EnvironmentError that names everything to mend. */
	readEnvironment(variables: NodeJS.ProcessEnv): Signing;
	sweep(post: Post): Promise<void>;
}

/** The world around one request. */
export interface Surroundings {
	readonly built: Built;
	/** Loads with the first request that needs it. */
	readonly backOffice: () => Promise<BackOffice>;
	/** The visitor's network address, from the platform. */
	readonly address: string;
	/** Opens what signs questions and receipts. Throws an EnvironmentError when the environment is not fit for it. */
	readonly issuer: () => Issuer | Promise<Issuer>;
	/** Opens the whole desk. Throws an EnvironmentError too. */
	readonly desk: () => Desk | Promise<Desk>;
	/** Whether it is time for a sweep; who asks and hears yes makes it. */
	readonly sweepIsDue: () => boolean;
	/** Goes on after the answer. */
	readonly later: Desk['later'];
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

/** An answer, and what the log says of it. */
export type Answered = { response: Response } & Omit<Entry, 'status' | 'milliseconds'>;

/** Answers the requests to one address. */
export type Route = (request: Request, around: Surroundings) => Answered | Promise<Answered>;
