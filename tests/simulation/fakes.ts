import type { Mail } from '#contact/shared/mail.ts';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ContactValues } from '#src/forms/contact.ts';
import { route } from '#contact/routes/router.ts';
import type { Deferred, LogEntry, Services } from '#contact/routes/request-context.ts';
import type { Subscribers, Subscription } from '#contact/notices/subscribers.ts';
import type { BuildData } from '#contact/shared/build-data.ts';
import type { Enquiry } from '#contact/enquiry/enquiry.ts';
import { key } from '#contact/shared/keys.ts';
import { watchedMailer } from '#contact/delivery/provider/mail-trouble.ts';
import type { Mailer, SendResult } from '#contact/delivery/provider/mailer.ts';
import { throttle } from '#contact/shared/throttle.ts';
import type { Store, Stored } from '#contact/enquiry/store.ts';

/** The pages as the build made them. */
export const buildData: BuildData = JSON.parse(readFileSync('.netlify/build-data.json', 'utf8'));

/** The privacy policy in force for every test. */
export const policyVersion = { date: '2026-11-23', sha256: '0123456789abcdef'.repeat(4) } as const;

/** What the build makes the function's second file of. */
export const loadDeferred = () => import('#contact/deferred.ts');

/** A store that remembers, with a true compare-and-set; while `down`, nothing works and nothing is kept. */
export class MemoryStore implements Store {
	readonly records = new Map<string, Stored<unknown>>();
	down = false;

	#put(key: string, value: unknown) {
		const etag = `"${randomUUID()}"`;
		this.records.set(key, { value: structuredClone(value), etag });
		return { etag };
	}

	async create(key: string, value: unknown) {
		if (this.down) return 'failed' as const;
		return this.records.has(key) ? ('refused' as const) : this.#put(key, value);
	}

	async replace(key: string, value: unknown, etag: string) {
		if (this.down) return 'failed' as const;
		return this.records.get(key)?.etag === etag ? this.#put(key, value) : ('refused' as const);
	}

	async read(key: string) {
		if (this.down) throw new Error('The store is down');
		return structuredClone(this.records.get(key));
	}

	async *list(prefix: string) {
		if (this.down) throw new Error('The store is down');
		const keys = [...this.records.keys()].filter((key) => key.startsWith(prefix)).sort();
		for (const key of keys) {
			const found = this.records.get(key);
			if (found) yield { key, etag: found.etag };
		}
	}

	async delete(key: string) {
		this.records.delete(key);
	}

	enquiries(): Enquiry[] {
		// The function writes nothing else under this prefix.
		return [...this.records]
			.filter(([key]) => key.startsWith('enquiries/'))
			.map(([, { value }]) => value as Enquiry);
	}
}

/** A provider that remembers: one mail for each key, and the answers it is told to give. */
export class MemoryMailer implements Mailer {
	readonly mails = new Map<string, Mail>();
	readonly answers: SendResult[] = [];
	/** The key of every call, in order. */
	readonly keys: string[] = [];
	calls = 0;

	async send(mail: Mail, key: string): Promise<SendResult> {
		this.calls++;
		this.keys.push(key);
		const told = this.answers.shift();
		if (told) return told;
		const before = this.mails.get(key);
		if (before && JSON.stringify(before) !== JSON.stringify(mail)) {
			return { kind: 'conflict', error: 'invalid_idempotent_request' };
		}
		this.mails.set(key, mail);
		return { kind: 'accepted', id: key };
	}
}

/** Subscribers that are remembered, by their addresses. */
export class MemorySubscribers implements Subscribers {
	readonly policies = Object.keys(buildData.policies);
	readonly subscriptions: Subscription[] = [];
	error: string | undefined;

	async subscribe(subscription: Subscription) {
		if (this.error === undefined) this.subscriptions.push(subscription);
		return this.error;
	}
}

/** The function with everything outside it held in memory: its store, its provider, its log and its clock. */
export class TestApp {
	readonly store = new MemoryStore();
	readonly mailer = new MemoryMailer();
	subscribers: MemorySubscribers | undefined = new MemorySubscribers();
	readonly log: LogEntry[] = [];
	/** What delivery wrote to the log. */
	readonly lines: Readonly<Record<string, string | number>>[] = [];
	time = Date.parse('2026-11-23T10:00:00Z');
	context = 'production';
	attack = false;
	keys: Services['issuer']['keys'] = {
		current: key('a secret of more than thirty-two characters'),
	};
	secrets: Services['secrets'] = {};
	budgets = { site: 60, network: 60 };
	fallback: readonly string[] | undefined;
	address = '203.0.113.7';
	/** As `Math.random` gives it: times made of it are no whole numbers by themselves. */
	random: () => number = () => 0.500_000_414_213_56;
	loadDeferred: () => Promise<Deferred> = loadDeferred;
	#pending: Promise<unknown>[] = [];
	readonly #sweepIsDue = throttle();

	readonly #note: NonNullable<Services['log']> = (line) => void this.lines.push(line);

	services(): Services {
		const now = () => this.time;
		const to = ['team@example.com'];
		return {
			issuer: { keys: this.keys, context: this.context, now, attack: this.attack },
			store: this.store,
			mailer: watchedMailer(this.mailer, { store: this.store, now, log: this.#note }),
			log: this.#note,
			addresses: {
				from: 'Site <site@example.com>',
				to: {
					sales: ['sales@example.com'],
					business: to,
					support: to,
					privacy: to,
					other: to,
					'your-data': ['data@example.com'],
				},
				operator: ['operator@example.com'],
				...(this.fallback && { fallback: this.fallback }),
			},
			keys: this.keys,
			secrets: this.secrets,
			confirms: this.secrets.webhook !== undefined,
			budgets: this.budgets,
			retentionDays: 30,
			policy: policyVersion,
			...(this.subscribers && { subscribers: this.subscribers }),
			now,
			random: this.random,
			afterResponse: (work) => this.#pending.push(work()),
		};
	}

	/** Answers a request; the work left for later goes on until it is settled. */
	respond(request: Request, address = this.address): Promise<Response> {
		return route(request, {
			buildData,
			loadDeferred: this.loadDeferred,
			address,
			issuer: async () => this.services().issuer,
			services: async () => this.services(),
			sweepIsDue: () => this.#sweepIsDue(this.time),
			afterResponse: this.services().afterResponse,
			log: (entry) => this.log.push(entry),
		});
	}

	/** Asks the function and waits for the work it left for later. */
	async request(path: string, init?: RequestInit): Promise<Response> {
		const response = await this.respond(
			new Request(new URL(path, 'https://www.example.com'), init),
		);
		await this.settle();
		return response;
	}

	async settle(): Promise<void> {
		await Promise.all(this.#pending.splice(0));
	}

	/** Posts a form as a browser without script does. */
	post(values: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
		return this.request('/contact/send', {
			method: 'POST',
			body: new URLSearchParams(values),
			headers,
		});
	}

	/** Posts a form to another address. */
	postTo(path: string, values: Record<string, string>): Promise<Response> {
		return this.request(path, { method: 'POST', body: new URLSearchParams(values) });
	}

	/** A token and the answer to it, as long after the question as a person takes. */
	async solved(): Promise<{ token: string; answer: string }> {
		const response = await this.request('/contact/challenge');
		const { token, shown } = await response.json();
		this.time += 10_000;
		return { token, answer: String(solve(shown)) };
	}
}

/** The answer to a sum as it is shown. */
export function solve(shown: string): number {
	const [, a, b] = /(\d+) \+ (\d+)/.exec(shown) ?? [];
	return Number(a) + Number(b);
}

/** The token of a page that asks a sum, and the answer to it. */
export const readQuestion = (page: string): { token: string; answer: string } => ({
	token: /name="token"[^>]* value="([^"]+)"/.exec(page)?.[1] ?? '',
	answer: String(solve(page)),
});

/** What a prospect types. */
export const typed = {
	name: 'Ada Lovelace',
	email: 'ada@example.org',
	topic: 'sales',
	message: 'Please ring me about a line for my office.',
} as const;

/** The whole form as the function reads it when nothing else is filled in or ticked. */
export const filledIn = {
	...typed,
	phone: '',
	company: '',
	'copy-to-me': false,
	'marketing-electronic': false,
	'no-marketing-post-phone': false,
	'no-third-parties': false,
} as const satisfies ContactValues;
