import * as z from 'zod/mini';
import type { Addresses } from './delivery/provider/mailer.ts';
import { EnvironmentError } from './shared/environment-error.ts';
import { shortestSecret } from './shared/keys.ts';
import { type Signing, signingOf } from './shared/signing.ts';

/** What the function is told by its environment. */
export interface Environment extends Signing {
	readonly resend: { readonly apiKey: string; readonly baseUrl?: string };
	readonly addresses: Addresses;
	readonly secrets: { readonly webhook?: string; readonly operator?: string };
	readonly budgets: { readonly site: number; readonly network: number };
	/** Days. */
	readonly retentionDays: number;
}

const mostAddresses = 50;

/** Messages follow the variable's name: `CHALLENGE_KEY is missing`. */
const text = z.string('is missing');
const secret = text.check(
	z.minLength(shortestSecret, `must have at least ${shortestSecret} characters`),
);
const address = text.check(
	z.regex(
		/^(?:[^<>\r\n]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/,
		'must be an e-mail address',
	),
);
/** One address, or several with commas between them. */
const addresses = z.pipe(
	z.pipe(
		text,
		z.transform((list: string) => list.split(',').map((one) => one.trim())),
	),
	z
		.array(address)
		.check(z.maxLength(mostAddresses, `must name at most ${mostAddresses} addresses`)),
);
const count = z.pipe(
	z.pipe(text, z.transform(Number)),
	z.int('must be a whole number from 1').check(z.minimum(1, 'must be a whole number from 1')),
);

/** The variables that the function reads, each with its rule. */
export const variables = {
	CHALLENGE_KEY: secret,
	CHALLENGE_KEY_PREVIOUS: z.optional(secret),
	CHALLENGE_MODE: z.optional(z.enum(['normal', 'attack'], 'must be normal or attack')),
	RESEND_API_KEY: text,
	RESEND_BASE_URL: z.optional(z.url('must be an address')),
	ENQUIRIES_FROM: address,
	ENQUIRIES_TO: addresses,
	ENQUIRIES_TO_SALES: z.optional(addresses),
	ENQUIRIES_TO_BUSINESS: z.optional(addresses),
	ENQUIRIES_TO_SUPPORT: z.optional(addresses),
	ENQUIRIES_TO_PRIVACY: z.optional(addresses),
	ENQUIRIES_TO_OTHER: z.optional(addresses),
	ENQUIRIES_TO_YOUR_DATA: z.optional(addresses),
	ENQUIRIES_FALLBACK_TO: z.optional(addresses),
	ENQUIRIES_OPERATOR_TO: z.optional(addresses),
	ENQUIRIES_PER_HOUR: z._default(count, 60),
	ENQUIRIES_PER_NETWORK_AND_HOUR: z._default(count, 10),
	ENQUIRY_RETENTION_DAYS: z._default(count, 30),
	RESEND_WEBHOOK_SECRET: z.optional(text.check(z.startsWith('whsec_', 'must begin with whsec_'))),
	DELIVERY_KEY: z.optional(secret),
};

type Variables = Readonly<Record<string, string | undefined>>;

/** Parses variables. An empty one counts as absent. Throws an EnvironmentError that names every variable to mend. */
function parse<Shape extends z.core.$ZodLooseShape>(
	shape: Shape,
	given: Variables,
): z.infer<z.ZodMiniObject<Shape>> {
	const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
	const { data, error } = z.object(shape).safeParse(set);
	if (!error) return data;
	const problems = error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
	throw new EnvironmentError([...new Set(problems)].join('; '));
}

/** Days for which anything is kept that does not wait for a person. Throws an EnvironmentError when the variable is no such number. */
export function readRetentionDays(given: Variables): number {
	const { ENQUIRY_RETENTION_DAYS } = variables;
	return parse({ ENQUIRY_RETENTION_DAYS }, given).ENQUIRY_RETENTION_DAYS;
}

/** Reads the environment. Throws an EnvironmentError that names every variable to mend, and no value. */
export function readEnvironment(given: Variables): Environment {
	const read = parse(variables, given);
	const everyone = read.ENQUIRIES_TO;
	const privacy = read.ENQUIRIES_TO_PRIVACY ?? everyone;
	return {
		...signingOf(read),
		resend: {
			apiKey: read.RESEND_API_KEY,
			...(read.RESEND_BASE_URL && { baseUrl: read.RESEND_BASE_URL }),
		},
		addresses: {
			from: read.ENQUIRIES_FROM,
			to: {
				sales: read.ENQUIRIES_TO_SALES ?? everyone,
				business: read.ENQUIRIES_TO_BUSINESS ?? everyone,
				support: read.ENQUIRIES_TO_SUPPORT ?? everyone,
				privacy,
				other: read.ENQUIRIES_TO_OTHER ?? everyone,
				'your-data': read.ENQUIRIES_TO_YOUR_DATA ?? privacy,
			},
			operator: read.ENQUIRIES_OPERATOR_TO ?? everyone,
			...(read.ENQUIRIES_FALLBACK_TO && { fallback: read.ENQUIRIES_FALLBACK_TO }),
		},
		secrets: {
			...(read.RESEND_WEBHOOK_SECRET && { webhook: read.RESEND_WEBHOOK_SECRET }),
			...(read.DELIVERY_KEY && { operator: read.DELIVERY_KEY }),
		},
		budgets: {
			site: read.ENQUIRIES_PER_HOUR,
			network: read.ENQUIRIES_PER_NETWORK_AND_HOUR,
		},
		retentionDays: read.ENQUIRY_RETENTION_DAYS,
	};
}
