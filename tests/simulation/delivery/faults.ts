import type { ErrorResponse } from 'resend';

/** Which of the two services outside the function a request is for. */
export type Part = 'store' | 'mail';

/** A request as it passes: `own` counts those of its part from 0. */
export interface Hit {
	readonly part: Part;
	readonly method: string;
	/** The path after the store's or the provider's base. */
	readonly path: string;
}

/**
 * What goes wrong with one request: whether it still does its work, and what the caller sees. `silence` lasts until the
 * caller's own deadline, `cut` ends the connection, `dead` is the end of the process that asked.
 */
export interface Fault {
	readonly lands: boolean;
	/** Whether it does its work only after the caller has given up, while others are at theirs. */
	readonly isLate?: true;
	readonly answer:
		| 'silence'
		| 'cut'
		| 'dead'
		| { status: number; headers?: Record<string, string>; body?: string };
}

/** Says what goes wrong with a request; nothing when it goes well. */
export type Plan = (hit: Hit) => Fault | undefined;

/** Every request goes well. */
export const calm: Plan = () => undefined;

/** An answer that the provider's API gives, with an error of its own. */
export const mailError = (
	statusCode: number,
	name: ErrorResponse['name'],
	headers: Record<string, string> = {},
): Fault => ({
	lands: false,
	answer: {
		status: statusCode,
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify({ statusCode, name, message: name }),
	},
});

export const status = (code: number, lands = false): Fault => ({ lands, answer: { status: code } });
export const silence = (lands: boolean): Fault => ({ lands, answer: 'silence' });
/** No answer, and the work is done when nobody waits for it any more. */
export const late: Fault = { lands: true, isLate: true, answer: 'silence' };
export const cut = (lands: boolean): Fault => ({ lands, answer: 'cut' });
