import type { Mail } from '#contact/shared/mail.ts';

/** A site to attack, from outside. */
export interface Target {
	/** Origin without a trailing slash. */
	readonly url: string;
	/** Moves the site's clock on, in the place of waiting. */
	wait(milliseconds: number): Promise<void>;
}

/** What a bot did. */
export interface Attack {
	/** Forms that were sent. */
	readonly attempts: number;
	/** CPU time in milliseconds that other processes spent for the bot. */
	readonly cpu?: number;
}

export interface Bot {
	readonly name: string;
	/** Whether the site asks for more because it is under attack. */
	readonly underAttack?: boolean;
	/** How many times it tries at full length. */
	readonly times: number;
	/** How many of its mails reach staff in so many tries: without a label, and with one. */
	readonly expected: (times: number) => { unlabelled: number; labelled: number };
	run(target: Target, times: number): Promise<Attack>;
}

/** The mails that reached staff, as their filters see them: by the tag in the subject. Copies to visitors do not count. */
export function sorted(mails: readonly Pick<Mail, 'subject' | 'headers'>[]) {
	const enquiries = mails.filter(({ headers }) => 'X-Enquiry-Reference' in headers);
	const labelled = enquiries.filter(({ subject }) => subject.startsWith('[Possible spam]')).length;
	return { unlabelled: enquiries.length - labelled, labelled };
}
