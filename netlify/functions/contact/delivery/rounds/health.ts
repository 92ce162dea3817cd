import { day, minute } from '../../shared/durations.ts';
import { type MailTrouble, mailTrouble } from '../provider/mail-trouble.ts';
import { type QueueState, queueState } from './what-waits.ts';
import type { Store } from '../../enquiry/store.ts';

/** An enquiry that is not labelled as spam leaves within five minutes; when it waits for so long something is wrong. */
const longestWait = 15 * minute;
/** A person is told of what waits for them within the hour, and has a day. */
const longestHeld = day;

/** How the delivery of enquiries stands. */
export interface Health {
	/** In words; empty when all is well. */
	readonly problems: readonly string[];
	readonly unlabelled: QueueState;
	readonly labelled: QueueState;
	readonly held: QueueState;
	readonly mail?: MailTrouble;
}

const olderThan = ({ oldest }: QueueState, age: number, now: number): boolean =>
	oldest !== undefined && now - oldest > age;

function problemsOf(
	{ unlabelled, held, mail }: Omit<Health, 'problems'>,
	now: number,
): readonly string[] {
	const problems: string[] = [];
	if (mail) problems.push(`the mail provider refuses the key or the domain (${mail.error})`);
	if (olderThan(unlabelled, longestWait, now)) {
		problems.push('an enquiry has waited for more than 15 minutes');
	}
	if (olderThan(held, longestHeld, now)) {
		problems.push('an enquiry has waited for a person for more than a day');
	}
	return problems;
}

/** How delivery stands by what the store holds; `now` in milliseconds since 1970. Throws when the store cannot be read. */
export async function readHealth(store: Store, now: number): Promise<Health> {
	const [unlabelled, labelled, held, mail] = await Promise.all([
		queueState(store, 'unlabelled'),
		queueState(store, 'labelled'),
		queueState(store, 'held'),
		mailTrouble(store),
	]);
	const state = { unlabelled, labelled, held, ...(mail && { mail }) };
	return { ...state, problems: problemsOf(state, now) };
}
