import { notices } from '#src/forms/notices.ts';
import { day } from '../shared/durations.ts';
import { decrypt, encrypt } from '../shared/encryption.ts';
import type { Keys } from '../shared/keys.ts';

/** What somebody asked for, and has yet to confirm. */
export interface NoticeRequest {
	readonly email: string;
	/** The policies, by their slugs. */
	readonly policies: readonly string[];
	/** Until when it may be confirmed, in milliseconds since 1970. */
	readonly until: number;
}

/** Until when a request made now may be confirmed. */
export const confirmableUntil = (now: number): number => now + notices.linkDays * day;

/** The address of the page that confirms a request, from the site's root. It shows nothing of the request. */
export function confirmPath(keys: Keys, { email, policies, until }: NoticeRequest): string {
	const token = encrypt(keys.current, 'notice', [email, policies, until]);
	return `${notices.confirm}?${new URLSearchParams({ [notices.token]: token })}`;
}

/** The request behind a token; undefined when it was not made here, or has run out. */
export function readRequest(keys: Keys, token: string, now: number): NoticeRequest | undefined {
	const read = decrypt(keys, 'notice', token);
	if (read === undefined) return undefined;
	// Encrypted here, for this purpose.
	const [email, policies, until] = read as [string, readonly string[], number];
	return now <= until ? { email, policies, until } : undefined;
}
