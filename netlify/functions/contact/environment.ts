import type { Addresses } from './delivery/mailer.ts';
import { EnvironmentError } from './shared/environment-error.ts';
import { shortestSecret } from './shared/keys.ts';
import { type Signing, signingOf } from './shared/signing.ts';

/** What the function is told by its environment. */
export interface Environment extends Signing {
	readonly resend: { readonly apiKey: string; readonly baseUrl?: string };
	readonly addresses: Addresses;
	readonly secrets: { readonly webhook?: string; readonly operator?: string };
	readonly budgets: { readonly site: number; readonly network: number };
	readonly retentionDays: number;
}

/** Reads a variable's text. Throws what is wrong with it, in words that follow the variable's name. */
type Rule<Value> = (text: string | undefined) => Value;
/** The same for a variable that is set. */
type TextRule<Value> = (text: string) => Value;

const matching =
	(pattern: RegExp, words: string): TextRule<string> =>
	(text) => {
		if (!pattern.test(text)) throw new Error(words);
		return text;
	};

const secret: TextRule<string> = (text) => {
	if (text.length < shortestSecret) {
		throw new Error(`must have at least ${shortestSecret} characters`);
	}
	return text;
};

const address = matching(
	/^(?:[^<>\r\n]+ <[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/,
	'must be an e-mail address',
);

/** One address or several with commas between them. */
const addresses: TextRule<readonly string[]> = (text) => {
	const list = text.split(',').map((one) => address(one.trim()));
	if (list.length > 50) throw new Error('must name at most 50 addresses');
	return list;
};

const count: TextRule<number> = (text) => {
	const number = Number(text);
	if (!Number.isSafeInteger(number) || number < 1) throw new Error('must be a whole number from 1');
	return number;
};

const webAddress: TextRule<string> = (text) => {
	if (!URL.canParse(text)) throw new Error('must be an address');
	return text;
};

/** An empty variable is as good as none. */
const optional =
	<Value>(rule: TextRule<Value>): Rule<Value | undefined> =>
	(text) =>
		text ? rule(text) : undefined;

const required =
	<Value>(rule: TextRule<Value>): Rule<Value> =>
	(text) => {
		if (!text) throw new Error('is missing');
		return rule(text);
	};

const rules = {
	CHALLENGE_KEY: required(secret),
	CHALLENGE_KEY_PREVIOUS: optional(secret),
	CHALLENGE_MODE: optional(matching(/^(?:normal|attack)$/, 'must be normal or attack')),
	RESEND_API_KEY: required((text) => text),
	RESEND_BASE_URL: optional(webAddress),
	ENQUIRIES_FROM: required(address),
	ENQUIRIES_TO: required(addresses),
	ENQUIRIES_TO_SALES: optional(addresses),
	ENQUIRIES_TO_BUSINESS: optional(addresses),
	ENQUIRIES_TO_SUPPORT: optional(addresses),
	ENQUIRIES_TO_PRIVACY: optional(addresses),
	ENQUIRIES_TO_OTHER: optional(addresses),
	ENQUIRIES_FALLBACK_TO: optional(addresses),
	ENQUIRIES_OPERATOR_TO: optional(addresses),
	ENQUIRIES_PER_HOUR: optional(count),
	ENQUIRIES_PER_NETWORK_AND_HOUR: optional(count),
	ENQUIRY_RETENTION_DAYS: optional(count),
	RESEND_WEBHOOK_SECRET: optional(matching(/^whsec_/, 'must begin with whsec_')),
	DELIVERY_KEY: optional(secret),
} satisfies Readonly<Record<string, Rule<unknown>>>;

type Rules = typeof rules;
type Read<Name extends keyof Rules> = { readonly [One in Name]: ReturnType<Rules[One]> };
type Variables = Readonly<Record<string, string | undefined>>;

/** Reads some variables. Throws an EnvironmentError that names everything to mend. */
function readAll<Name extends keyof Rules>(
	names: readonly Name[],
	variables: Variables,
): Read<Name> {
	const values: Record<string, unknown> = {};
	const problems: string[] = [];
	for (const name of names) {
		try {
			values[name] = rules[name](variables[name]);
		} catch (error) {
			problems.push(`${name} ${(error as Error).message}`);
		}
	}
	if (problems.length > 0) throw new EnvironmentError(problems.join('; '));
	// Every name has its rule's value by now.
	return values as Read<Name>;
}

const usualRetention = 30;

/** For how many days anything is kept that does not wait for a person. Throws an EnvironmentError when it says nonsense. */
export const readRetentionDays = (variables: Variables): number =>
	readAll(['ENQUIRY_RETENTION_DAYS'], variables).ENQUIRY_RETENTION_DAYS ?? usualRetention;

/** Reads the environment. Throws an EnvironmentError that names every variable to mend. */
export function readEnvironment(variables: Variables): Environment {
	// The table's own names.
	const data = readAll(Object.keys(rules) as (keyof Rules)[], variables);
	const everyone = data.ENQUIRIES_TO;
	return {
		...signingOf(data),
		resend: {
			apiKey: data.RESEND_API_KEY,
			...(data.RESEND_BASE_URL && { baseUrl: data.RESEND_BASE_URL }),
		},
		addresses: {
			from: data.ENQUIRIES_FROM,
			to: {
				sales: data.ENQUIRIES_TO_SALES ?? everyone,
				business: data.ENQUIRIES_TO_BUSINESS ?? everyone,
				support: data.ENQUIRIES_TO_SUPPORT ?? everyone,
				privacy: data.ENQUIRIES_TO_PRIVACY ?? everyone,
				other: data.ENQUIRIES_TO_OTHER ?? everyone,
			},
			operator: data.ENQUIRIES_OPERATOR_TO ?? everyone,
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
