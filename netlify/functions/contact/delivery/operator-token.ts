import { createHmac, timingSafeEqual } from 'node:crypto';

/** An operator's token is good for ten minutes at most. */
const longest = 600;

const sign = (secret: string, expires: string): string =>
	createHmac('sha256', secret).update(`deliver\n${expires}`).digest('hex');

/** A token for `POST /contact/deliver`: when it ends (seconds since 1970), a full stop, and the HMAC-SHA-256 in hex. */
export function operatorToken(secret: string, now: number): string {
	const expires = String(Math.floor(now / 1000) + longest / 2);
	return `${expires}.${sign(secret, expires)}`;
}

/** Whether a token was signed with the secret and is neither over nor made to last. */
export function isOperatorToken(secret: string, token: string, now: number): boolean {
	const [, expires, given] = /^(\d{10})\.([\da-f]{64})$/.exec(token) ?? [];
	if (expires === undefined || given === undefined) return false;
	const left = Number(expires) - now / 1000;
	const same = timingSafeEqual(Buffer.from(sign(secret, expires)), Buffer.from(given));
	return same && left > 0 && left <= longest;
}
