import type { Route } from '../around.ts';
import { ask } from '../challenge.ts';
import { challengeJson } from '../respond.ts';
import { sweep } from '../sweep.ts';

/** A fresh question for the browser. */
export const run: Route = (_, { built, desk }) => {
	const open = desk();
	open.later(sweep(open));
	return { response: challengeJson(built, ask(open.issuer)), outcome: 'challenge' };
};
