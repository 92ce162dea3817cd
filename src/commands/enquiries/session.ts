import type { Store } from '#contact/enquiry/store.ts';
import type { Environment } from '../local/environment.ts';

/** The store that a command works on. */
export interface StoreLocation {
	readonly store: Store;
	/** In words, such as `the local store`. */
	readonly name: string;
	/** The deploy context whose enquiries it holds. */
	readonly context: string;
	/** The directory of the local store; absent for a site at Netlify. */
	readonly directory?: string;
	close(): void;
}

/** The options that were given; each verb says which it takes. */
export interface Options {
	readonly email?: string;
	readonly url?: string;
	readonly yes: boolean;
	readonly json: boolean;
}

/** What one run of a verb is given. */
export interface Session {
	/** Empty where none was given. */
	readonly operand: string;
	readonly options: Options;
	/** Opened with its first use. */
	readonly location: StoreLocation;
	readonly variables: Environment;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Waits for some milliseconds. */
	readonly wait: (time: number) => Promise<void>;
	/** The width of the terminal. */
	readonly columns: number;
	/** Writes what was asked for. */
	readonly print: (text: string) => void;
	/** Writes what a program that reads the rest must not find in it. */
	readonly note: (text: string) => void;
}

/** A verb of the command: how it is called, and what it does. */
export interface Verb {
	/** The operand as the help shows it. */
	readonly usage: string;
	readonly words: string;
	readonly operand?: 'required' | 'optional';
	readonly options: readonly (keyof Options)[];
	/** Throws a UsageError or a Refused where it cannot do what it is for. */
	run(session: Session): Promise<void>;
}

/** The command was called in a way that it does not know. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** What was asked for cannot be done; the message says why, and the way out. */
export class Refused extends Error {
	override readonly name = 'Refused';
}

/** Writes a value for machines. */
export const printJson = ({ print }: Pick<Session, 'print'>, value: unknown): void =>
	print(JSON.stringify(value, null, '\t'));
