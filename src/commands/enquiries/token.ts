import { operatorToken } from '#contact/delivery/operator-token.ts';
import { Refused, type Verb } from './session.ts';

/** Writes an operator's token, which is good for five minutes. */
export const token: Verb = {
	usage: 'token',
	words: 'a token for POST /contact/deliver, from DELIVERY_KEY; good for five minutes',
	options: [],
	async run({ variables, now, print }) {
		const secret = variables.DELIVERY_KEY;
		if (!secret) throw new Refused('DELIVERY_KEY is missing from the environment.');
		print(operatorToken(secret, now()));
	},
};
