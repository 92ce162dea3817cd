import type { Resend } from 'resend';
import { second } from '../shared/durations.ts';

/** Who is told of changes: kept by the mail provider, as contacts who asked for topics. */
export interface Subscribers {
	/** The policies that can be asked for, by their slugs. */
	readonly policies: readonly string[];
	/** Adds somebody, or adds policies to what they asked for before. Returns the provider's name for the error if it failed. Never throws. */
	subscribe(subscription: Subscription): Promise<string | undefined>;
}

/** Who asked for what, and when it was confirmed. */
export interface Subscription {
	readonly email: string;
	readonly policies: readonly string[];
	/** ISO 8601, UTC. */
	readonly confirmed: string;
	/** The privacy policy in force then, by its effective date. */
	readonly privacy: string;
}

/** Where the provider keeps them. */
export interface ContactSettings {
	/** A key that may do more than send. */
	readonly apiKey: string;
	readonly baseUrl?: string;
	/** The segment that broadcasts go to. */
	readonly segment: string;
	/** The topic of each policy, by its slug. */
	readonly topics: Readonly<Record<string, string>>;
}

const timeout = 6 * second;

interface Failed {
	readonly error: { readonly name: string } | null;
}

/** Runs steps until one fails, and returns its error's name. */
async function firstError(steps: readonly (() => Promise<Failed>)[]): Promise<string | undefined> {
	for (const step of steps) {
		const { error } = await step();
		if (error) return error.name;
	}
	return undefined;
}

/** Subscribers over Resend's SDK, which loads with the first of them. */
export function resendSubscribers(settings: ContactSettings): Subscribers {
	const { apiKey, baseUrl, segment, topics } = settings;
	let opened: Promise<Resend> | undefined;
	const open = async () => {
		const { Resend } = await import('resend');
		return new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
	};

	async function put({ email, policies, confirmed, privacy }: Subscription) {
		opened ??= open();
		const { contacts } = await opened;
		const chosen = policies.flatMap((slug) => {
			const id = topics[slug];
			return id === undefined ? [] : [{ id, subscription: 'opt_in' as const }];
		});
		const properties = { consented_at: confirmed, notice_version: privacy };
		const facts = { email, unsubscribed: false, properties };
		const options = () => ({ signal: AbortSignal.timeout(timeout) });
		const known = await contacts.get({ email }, options());
		if (known.error?.name === 'not_found') {
			const segments = [{ id: segment }];
			return firstError([() => contacts.create({ ...facts, segments, topics: chosen }, options())]);
		}
		if (known.error) return known.error.name;
		return firstError([
			() => contacts.update(facts, options()),
			() => contacts.topics.update({ email, topics: chosen }, options()),
			() => contacts.segments.add({ email, segmentId: segment }, options()),
		]);
	}

	return {
		policies: Object.keys(topics),
		subscribe: (subscription) =>
			put(subscription).catch((error) => (error instanceof Error ? error.name : 'thrown')),
	};
}
