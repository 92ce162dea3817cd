import type { Route } from '../around.ts';
import { ask } from '../challenge.ts';
import { challengeJson } from '../respond.ts';

/** A fresh question for the browser. It needs the keys; the rest of the environment is read behind the answer. */
export const run: Route = async (_, { built, issuer, desk, backOffice, sweepIsDue, later }) => {
	const response = challengeJson(built, ask(await issuer()));
	if (sweepIsDue()) {
		later(async () => {
			const { sweep } = await backOffice();
			await sweep(await desk());
		});
	}
	return { response, outcome: 'challenge' };
};
