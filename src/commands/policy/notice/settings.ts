import { Resend } from 'resend';
import { UsageError } from '../subcommand.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** The provider, with the key that may keep contacts and make broadcasts. Throws a UsageError where there is none. */
export function openProvider({ NOTICES_API_KEY, RESEND_BASE_URL }: Variables): Resend {
	if (!NOTICES_API_KEY)
		throw new UsageError(
			'NOTICES_API_KEY is missing: a Resend key with full access. Without Resend, use --export.',
		);
	return new Resend(NOTICES_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {});
}

/** Where the notices of a policy go. */
export interface Audience {
	readonly segment: string;
	readonly topic: string;
	readonly from: string;
}

/** Reads it from the function's variables; throws a UsageError that names what is missing. */
export function audienceOf(
	{ NOTICES_SEGMENT, NOTICES_TOPICS = '', ENQUIRIES_FROM }: Variables,
	slug: string,
): Audience {
	const pairs = NOTICES_TOPICS.split(',').map((pair) => pair.trim().split('='));
	const [, topic] = pairs.find(([name]) => name === slug) ?? [];
	const missing = [
		...(NOTICES_SEGMENT ? [] : ['NOTICES_SEGMENT']),
		...(topic ? [] : [`the topic of ${slug} in NOTICES_TOPICS`]),
		...(ENQUIRIES_FROM ? [] : ['ENQUIRIES_FROM']),
	];
	if (!NOTICES_SEGMENT || !topic || !ENQUIRIES_FROM)
		throw new UsageError(
			`Missing: ${missing.join(', ')}. \`npm run policy -- notice --set-up\` makes the first two.`,
		);
	return { segment: NOTICES_SEGMENT, topic, from: ENQUIRIES_FROM };
}

/** The provider did not do what was asked of it. */
export class ProviderError extends Error {
	override readonly name = 'ProviderError';
}

interface Answered<T> {
	readonly data: T | null;
	readonly error: { readonly name: string; readonly message: string } | null;
}

/** What the provider answered; throws a ProviderError with its words where it refused. */
export function given<T>({ data, error }: Answered<T>): T {
	if (data && !error) return data;
	throw new ProviderError(
		`Resend answers: ${error?.message ?? 'nothing'} (${error?.name ?? 'no error'})`,
	);
}
