import type { Answered, Route, Surroundings } from '../around.ts';
import { ask, type Issuer } from '../challenge.ts';
import { challengeJson } from '../respond.ts';

function put(issuer: Issuer, { desk, backOffice, sweepIsDue, later }: Surroundings): Answered {
	const response = challengeJson(ask(issuer));
	if (sweepIsDue()) {
		later(async () => {
			const { sweep } = await backOffice();
			await sweep(await desk());
		});
	}
	return { response, outcome: 'challenge' };
}

/** A fresh question for the browser. It needs the keys; the rest of the environment is read behind the answer. */
export const run: Route = (_, around) => {
	const issuer = around.issuer();
	return issuer instanceof Promise
		? issuer.then((opened) => put(opened, around))
		: put(issuer, around);
};
