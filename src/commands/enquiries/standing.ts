import { type Health, readHealth } from '#contact/delivery/rounds/health.ts';
import type { QueueState } from '#contact/delivery/rounds/what-waits.ts';
import { ukTime } from '#contact/shared/times.ts';
import { printJson, Refused, type Verb } from './session.ts';
import { span } from './status.ts';

const queue = ({ count, oldest }: QueueState, now: number): string =>
	oldest === undefined ? 'none' : `${count}, the oldest for ${span(now - oldest)}`;

const page = ({ unlabelled, labelled, held, mail }: Health, now: number): string =>
	[
		`Waiting to be sent:    ${queue(unlabelled, now)}`,
		`As possible spam:      ${queue(labelled, now)}`,
		`Waiting for a person:  ${queue(held, now)}`,
		`Mail provider:         ${mail ? `refuses the key or the domain (${mail.error}) since ${ukTime(mail.since)} (UK time)` : 'no refusal known'}`,
	].join('\n');

/** Tells monitors and people whether enquiries leave as they should. */
export const standing: Verb = {
	usage: 'status',
	words: 'how many enquiries wait and for how long; exit code 1 when something is wrong',
	options: ['json'],
	async run(session) {
		const { location, options, now, print } = session;
		const health = await readHealth(location.store, now());
		if (options.json) printJson(session, health);
		else print(`${page(health, now())}\n\nIn ${location.name}.`);
		if (health.problems.length > 0) throw new Refused(`Not well: ${health.problems.join('; ')}.`);
	},
};
