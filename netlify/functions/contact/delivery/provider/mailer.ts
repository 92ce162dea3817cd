import { hour, second } from '../../shared/durations.ts';
import type { Resend } from 'resend';
import type { Mail } from '../../shared/mail.ts';
import type { Recipient } from '#src/forms/forms.ts';

/** Who writes to whom: recipients by topic of the contact form, and by form. */
export interface Addresses {
	readonly from: string;
	readonly to: Readonly<Record<Recipient, readonly string[]>>;
	/** Who gets an enquiry that its first address sent back. */
	readonly fallback?: readonly string[];
	/** Who is told when enquiries wait for a person. */
	readonly operator: readonly string[];
}

/**
 * What became of handing a mail over. `later`: it was not taken, try again (after `wait` milliseconds when the provider
 * says so). `unknown`: it may have been taken; only the same key may be tried again. `conflict`: the key was used for
 * another mail. `refused`: it never will be taken.
 */
export type SendResult =
	| { readonly kind: 'accepted'; readonly id: string }
	| { readonly kind: 'later'; readonly error: string; readonly wait?: number }
	| { readonly kind: 'unknown' | 'conflict'; readonly error: string }
	| {
			readonly kind: 'refused';
			readonly error: string;
			/** True when the key or the domain is refused, so that no other mail is taken either. */
			readonly account?: true;
	  };

/** Hands mails to the provider. Never throws. */
export interface Mailer {
	send(mail: Mail, key: string): Promise<SendResult>;
}

const timeout = () => AbortSignal.timeout(6 * second);

/** The provider's errors that no repeat can cure, by their names in the SDK's types. */
const final: ReadonlySet<string> = new Set([
	'invalid_idempotency_key',
	'validation_error',
	'missing_api_key',
	'restricted_api_key',
	'invalid_api_key',
	'not_found',
	'method_not_allowed',
	'invalid_attachment',
	'invalid_from_address',
	'invalid_access',
	'invalid_parameter',
	'invalid_region',
	'missing_required_field',
	'security_error',
]);

/** Of these, the ones about the key or the sender's domain, whatever the mail. */
const aboutAccount: ReadonlySet<string> = new Set([
	'missing_api_key',
	'restricted_api_key',
	'invalid_api_key',
	'invalid_from_address',
	'invalid_access',
]);

interface Failure {
	readonly name: string;
	readonly statusCode: number | null;
}

/** Milliseconds that a `Retry-After` header asks for, in either of its forms. */
function retryAfter(headers: Record<string, string> | null, now: number): number | undefined {
	const value = headers?.['retry-after'];
	if (value === undefined) return undefined;
	const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
	return Number.isFinite(wait) && wait > 0 ? wait : undefined;
}

function verdict({ name, statusCode }: Failure, wait: number | undefined): SendResult {
	const later = (least: number): SendResult => ({
		kind: 'later',
		error: name,
		wait: Math.max(least, wait ?? 0),
	});
	if (name === 'invalid_idempotent_request') return { kind: 'conflict', error: name };
	if (name === 'daily_quota_exceeded' || name === 'monthly_quota_exceeded') return later(hour);
	if (name === 'rate_limit_exceeded' || statusCode === 429) return later(0);
	// The provider is about to take a mail under this key.
	if (name === 'concurrent_idempotent_requests') return { kind: 'unknown', error: name };
	// The SDK gives this name to every answer that is none of the API's, such as a page of a proxy.
	if (name === 'application_error') return { kind: 'unknown', error: name };
	if (statusCode === null || statusCode >= 500) return { kind: 'unknown', error: name };
	// A domain that is not verified is told as 403 under the name of any invalid mail.
	const account = aboutAccount.has(name) || statusCode === 401 || statusCode === 403;
	if (account) return { kind: 'refused', error: name, account };
	if (final.has(name) || statusCode >= 400) return { kind: 'refused', error: name };
	return { kind: 'unknown', error: name };
}

/** How to reach the provider. */
export interface Provider {
	readonly apiKey: string;
	readonly baseUrl?: string;
	/** Makes the signal that ends one request. */
	readonly deadline?: () => AbortSignal;
}

/** A mailer over Resend's SDK, which loads on the first mail. The SDK returns errors as values and has no time limit of its own. */
export function resendMailer({ apiKey, baseUrl, deadline = timeout }: Provider): Mailer {
	let opened: Promise<Resend> | undefined;
	const open = async () => {
		const { Resend } = await import('resend');
		return new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
	};
	return {
		async send({ to, tags = [], attachments = [], ...mail }, key) {
			try {
				opened ??= open();
				const { data, error, headers } = await (
					await opened
				).emails.send(
					{
						...mail,
						to: [...to],
						tags: [...tags],
						...(attachments.length > 0 && { attachments: [...attachments] }),
					},
					{ idempotencyKey: key, signal: deadline() },
				);
				if (error) return verdict(error, retryAfter(headers, Date.now()));
				return data?.id ? { kind: 'accepted', id: data.id } : { kind: 'unknown', error: 'no_id' };
			} catch (error) {
				return { kind: 'unknown', error: error instanceof Error ? error.name : 'thrown' };
			}
		},
	};
}
