import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mail } from '#src/commands/local/provider/mail-database.ts';
import { contact } from '#src/forms/contact.ts';
import { issueChallenge } from '#contact/captcha/challenge.ts';
import { key } from '#contact/shared/keys.ts';
import { operatorToken } from '#contact/delivery/operator-token.ts';
import { solve, typed } from '../fakes.ts';

const entry = new URL('./site-process.ts', import.meta.url);
const minute = 60_000;
const visitors = 6;
const secrets = {
	CHALLENGE_KEY: 'what the questions of the crash test are signed with',
	DELIVERY_KEY: 'what the rounds of the crash test are signed with',
};
const environment = {
	...process.env,
	...secrets,
	// Nothing but the crashes stands in the way.
	ENQUIRIES_PER_HOUR: '1000000',
	ENQUIRIES_PER_NETWORK_AND_HOUR: '1000000',
};

interface Site {
	readonly child: ChildProcess;
	readonly url: string;
	readonly now: () => number;
}

/** What the crashes did, in numbers of messages. */
export interface Crashed {
	readonly kills: number;
	readonly posted: number;
	/** Messages of which the visitor was told that they are sent. */
	readonly told: number;
	readonly arrived: number;
	/** Told and not arrived. */
	readonly lost: number;
	/** Arrived more than once, told or not. */
	readonly doubled: number;
}

class Crashes {
	readonly told = new Set<string>();
	readonly forms: URLSearchParams[] = [];
	readonly #directory: string;
	#unanswered: URLSearchParams[] = [];
	#ahead = 0;

	constructor(directory: string) {
		this.#directory = directory;
	}

	async start(): Promise<Site> {
		// What the process before had taken for a minute is free again.
		this.#ahead += 2 * minute;
		const ahead = this.#ahead;
		const child = fork(entry, [this.#directory, String(ahead)], {
			env: environment,
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		const [{ url }] = await once(child, 'message');
		return { child, url, now: () => Date.now() + ahead };
	}

	/** A form as a person fills it in: some seconds after its question was asked. */
	#form({ now }: Site): URLSearchParams {
		const keys = { current: key(secrets.CHALLENGE_KEY) };
		const { token, shown } = issueChallenge({ keys, context: 'dev', now: () => now() - 20_000 });
		const message = `Message ${this.forms.length} of a visitor.`;
		const form = new URLSearchParams({ ...typed, message, token, answer: String(solve(shown)) });
		this.forms.push(form);
		return form;
	}

	/** A visitor who sends one form after the other, first those that were never answered, until nobody answers. */
	async #visit(site: Site, onAnswer: () => void): Promise<void> {
		for (;;) {
			const form = this.#unanswered.pop() ?? this.#form(site);
			try {
				const body = form;
				const address = new URL(contact.action, site.url);
				const { status } = await fetch(address, { method: 'POST', body, redirect: 'manual' });
				if (status === 303) this.told.add(form.get('message') ?? '');
				onAnswer();
			} catch {
				// Half of them try again.
				if (Math.random() < 0.5) this.#unanswered.push(form);
				return;
			}
		}
	}

	/** Kills the site while visitors send: a moment after one of its first answers. */
	async crash(): Promise<void> {
		const site = await this.start();
		const ended = once(site.child, 'exit');
		let left = 1 + Math.floor(Math.random() * 30);
		const onAnswer = () => {
			left--;
			if (left === 0) setTimeout(() => site.child.kill('SIGKILL'), Math.random() * 20);
		};
		const visits = Array.from({ length: visitors }, () => this.#visit(site, onAnswer));
		await Promise.all([...visits, ended]);
	}

	/** Operator's rounds until all that was told has arrived, and some more. Gives the mails. */
	async recover(): Promise<Mail[]> {
		const site = await this.start();
		for (let round = 0, calm = 0; round < 1000 && calm < 3; round++) {
			const done = await this.#round(site);
			calm = done === 0 ? calm + 1 : 0;
		}
		const response = await fetch(new URL('/_mailbox/messages.json', site.url));
		const mails: Mail[] = await response.json();
		const ended = once(site.child, 'exit');
		site.child.kill('SIGKILL');
		await ended;
		return mails;
	}

	async #round({ url, now }: Site): Promise<number> {
		const authorization = `Bearer ${operatorToken(secrets.DELIVERY_KEY, now())}`;
		const init = { method: 'POST', headers: { authorization } };
		const response = await fetch(new URL('/contact/deliver', url), init);
		const { delivered, waiting, busy, delayed } = await response.json();
		return delivered + waiting + busy + delayed;
	}
}

/**
 * Kills the local site with SIGKILL so many times, at random moments while visitors send; starts it again on the same
 * state each time; and counts what was lost and what came twice after the last start.
 */
export async function crash(kills: number): Promise<Crashed> {
	const directory = await mkdtemp(join(tmpdir(), 'crash-'));
	const crashes = new Crashes(directory);
	for (let kill = 0; kill < kills; kill++) await crashes.crash();
	const mails = await crashes.recover();
	await rm(directory, { recursive: true });
	const messages = mails.map(
		({ text }) => /Message \d+ of a visitor\./.exec(text ?? '')?.[0] ?? '',
	);
	const arrived = new Set(messages);
	return {
		kills,
		posted: crashes.forms.length,
		told: crashes.told.size,
		arrived: arrived.size,
		lost: [...crashes.told].filter((message) => !arrived.has(message)).length,
		doubled: messages.length - arrived.size,
	};
}
