import type { Route } from '../around.ts';
import { ask } from '../challenge.ts';
import { challengeJson } from '../respond.ts';
import { sweep } from '../sweep.ts';

/** A fresh question for the browser. It needs the keys; the rest of the environment is read behind the answer. */
export const run: Route = async (_, { built, issuer, desk, sweepIsDue, later }) => {
	const response = challengeJson(built, ask(await issuer()));
	if (sweepIsDue()) later(async () => sweep(await desk()));
	return { response, outcome: 'challenge' };
};
