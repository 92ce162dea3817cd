import * as z from 'zod/mini';
import { contact, type Topic } from '#src/forms/contact.ts';
import type { Addresses } from './compose.ts';
import { EnvironmentError } from './environment-error.ts';
import { shortestSecret } from './keys.ts';
import { readSigning, type Signing } from './signing.ts';

/** What the function is told by its environment. */
export interface Environment extends Signing {
	readonly resend: { readonly apiKey: string; readonly baseUrl?: string };
	readonly addresses: Addresses;
	readonly secrets: { readonly webhook?: string; readonly operator?: string };
	readonly budgets: { readonly site: number; readonly network: number };
	readonly retentionDays: number;
}

const secret = z
	.string('is missing')
	.check(z.minLength(shortestSecret, `must have at least ${shortestSecret} characters`));
const address = z
	.string('is missing')
	.check(
		z.regex(
			/^(?:[^<>\r\n]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/,
			'must be an e-mail address',
		),
	);
const topics = contact.fields.topic.choices.map(({ value }) => value);
const variable = (topic: Topic) => `ENQUIRIES_TO_${topic.toUpperCase()}`;

/** One address or several with commas between them. */
const addresses = z.pipe(
	z.pipe(
		z.string('is missing'),
		z.transform((list: string) => list.split(',').map((one) => one.trim())),
	),
	z.array(address).check(z.maxLength(50, 'must name at most 50 addresses')),
);

/** A whole number from 1. */
const count = z.pipe(
	z.pipe(z.string(), z.transform(Number)),
	z.int('must be a whole number').check(z.minimum(1, 'must be 1 or more')),
);

/** One schema for all that are optional in the same way: each is a cost at every cold start. */
const optional = {
	secret: z.optional(secret),
	addresses: z.optional(addresses),
	count: z.optional(count),
};

const Variables = z.object({
	CHALLENGE_KEY: secret,
	CHALLENGE_KEY_PREVIOUS: optional.secret,
	CHALLENGE_MODE: z.optional(z.enum(['normal', 'attack'], 'must be normal or attack')),
	RESEND_API_KEY: z.string('is missing').check(z.minLength(1, 'is empty')),
	RESEND_BASE_URL: z.optional(z.url('must be an address')),
	ENQUIRIES_FROM: address,
	ENQUIRIES_TO: addresses,
	ENQUIRIES_FALLBACK_TO: optional.addresses,
	ENQUIRIES_OPERATOR_TO: optional.addresses,
	ENQUIRIES_PER_HOUR: optional.count,
	ENQUIRIES_PER_NETWORK_AND_HOUR: optional.count,
	ENQUIRY_RETENTION_DAYS: optional.count,
	RESEND_WEBHOOK_SECRET: z.optional(z.string().check(z.regex(/^whsec_/, 'must begin with whsec_'))),
	DELIVERY_KEY: optional.secret,
	...Object.fromEntries(topics.map((topic) => [variable(topic), optional.addresses])),
});

const usualRetention = 30;

/** For how many days anything is kept that does not wait for a person. Throws an EnvironmentError when it says nonsense. */
export function readRetentionDays({
	ENQUIRY_RETENTION_DAYS,
}: Record<string, string | undefined>): number {
	const { data, error } = optional.count.safeParse(ENQUIRY_RETENTION_DAYS || undefined);
	if (error) throw new EnvironmentError(`ENQUIRY_RETENTION_DAYS ${error.issues[0]?.message}`);
	return data ?? usualRetention;
}

/** An empty variable is as good as none. */
const present = (variables: Record<string, string | undefined>) =>
	Object.fromEntries(Object.entries(variables).filter(([, value]) => value));

/** Reads the environment. Throws an EnvironmentError that names every variable to mend. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
	const { data, error } = Variables.safeParse(present(variables));
	const signing = readSigning(variables);
	if (error || !signing) {
		const issues = error?.issues ?? [];
		const lines = issues.map(({ path, message }) => `${String(path[0])} ${message}`);
		throw new EnvironmentError([...new Set(lines)].join('; '));
	}
	const to = (topic: Topic): readonly string[] => {
		// The optional variables share one schema, of which this is the output.
		const own = (data as Record<string, unknown>)[variable(topic)] as string[] | undefined;
		return own ?? data.ENQUIRIES_TO;
	};
	return {
		...signing,
		resend: {
			apiKey: data.RESEND_API_KEY,
			...(data.RESEND_BASE_URL && { baseUrl: data.RESEND_BASE_URL }),
		},
		addresses: {
			from: data.ENQUIRIES_FROM,
			to: {
				sales: to('sales'),
				business: to('business'),
				support: to('support'),
				privacy: to('privacy'),
				other: to('other'),
			},
			operator: data.ENQUIRIES_OPERATOR_TO ?? data.ENQUIRIES_TO,
			...(data.ENQUIRIES_FALLBACK_TO && { fallback: data.ENQUIRIES_FALLBACK_TO }),
		},
		secrets: {
			...(data.RESEND_WEBHOOK_SECRET && { webhook: data.RESEND_WEBHOOK_SECRET }),
			...(data.DELIVERY_KEY && { operator: data.DELIVERY_KEY }),
		},
		budgets: {
			site: data.ENQUIRIES_PER_HOUR ?? 60,
			network: data.ENQUIRIES_PER_NETWORK_AND_HOUR ?? 10,
		},
		retentionDays: data.ENQUIRY_RETENTION_DAYS ?? usualRetention,
	};
}
