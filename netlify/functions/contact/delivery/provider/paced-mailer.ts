import { minute, second } from '../../shared/durations.ts';
import type { Mail } from '../../shared/mail.ts';
import type { Mailer, SendResult } from './mailer.ts';

/** How long a mail waits for its turn, in milliseconds; the lease of its enquiry lasts longer than that and its try. */
const longestWait = 15 * second;
/** The pause between mails once the provider has said that they are too many: its smallest plan takes two a second. */
const pause = 500;
/** For how long that is kept up. */
const memory = minute;

interface Clock {
	readonly now: () => number;
	readonly random: () => number;
	/** Resolves after so many milliseconds. */
	readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Hands mails over at the pace that the provider allows: at once, until it says that they are too many; then one after
 * the other with a pause between them. What was not taken for that reason is handed over again, so that a burst needs no
 * later round; what would have to wait longer than 15 seconds is left to one.
 */
export function pacedMailer(mailer: Mailer, { now, random, wait }: Clock): Mailer {
	let free = 0;
	let slowUntil = 0;
	/** Waits for the next turn. Returns false, without waiting, when that comes too late. */
	const turn = async (latest: number): Promise<boolean> => {
		const at = Math.max(now(), free);
		if (at > latest) return false;
		free = now() < slowUntil ? at + pause * (1 + random() / 2) : at;
		if (at > now()) await wait(at - now());
		return true;
	};
	const slowDown = (asked: number): void => {
		slowUntil = now() + memory;
		free = Math.max(free, now() + Math.max(asked, pause));
	};
	return {
		async send(mail: Mail, key: string): Promise<SendResult> {
			const latest = now() + longestWait;
			const later = { kind: 'later', error: 'rate_limit_exceeded' } as const;
			while (await turn(latest)) {
				const sent = await mailer.send(mail, key);
				if (sent.kind !== 'later' || sent.error !== later.error) return sent;
				slowDown(sent.wait ?? 0);
			}
			return { ...later, wait: Math.max(0, free - now()) };
		},
	};
}
