import {
	createHash,
	createHmac,
	createSecretKey,
	hkdfSync,
	type KeyObject,
	timingSafeEqual,
} from 'node:crypto';

/** What a derived key is for; each purpose has a key of its own. */
export type Purpose =
	| 'challenge'
	| 'nonce'
	| 'receipt'
	| 'reference'
	| 'fingerprint'
	| 'network'
	| 'address'
	| 'text'
	| 'notice';

/** The fewest characters of a master secret. */
export const shortestSecret = 32;

/** A master secret of at least 32 characters, and the short public id that tokens carry. */
export interface Key {
	readonly id: string;
	readonly secret: string;
}

/** Signs with the current key, verifies with the current and the previous one. */
export interface Keys {
	readonly current: Key;
	readonly previous?: Key;
}

/** Derived keys, by master key and purpose. */
const derived = new WeakMap<Key, Map<Purpose, KeyObject>>();

/** Makes a key of a secret. Its id is six characters of a hash, from which the secret cannot be found. */
export function key(secret: string): Key {
	return {
		id: createHash('sha256').update(`key id\n${secret}`).digest('base64url').slice(0, 6),
		secret,
	};
}

/** The key that is derived from a master secret for one purpose: 32 bytes. */
export function secretFor(key: Key, purpose: Purpose): KeyObject {
	const secrets = derived.get(key) ?? new Map<Purpose, KeyObject>();
	const known = secrets.get(purpose);
	if (known) return known;
	const made = createSecretKey(Buffer.from(hkdfSync('sha256', key.secret, '', purpose, 32)));
	derived.set(key, secrets.set(purpose, made));
	return made;
}

const hmac = (key: Key, purpose: Purpose, text: string) =>
	createHmac('sha256', secretFor(key, purpose)).update(text);

/** HMAC-SHA-256 of a text under the key's secret for one purpose: 32 bytes. */
export const mac = (key: Key, purpose: Purpose, text: string): Buffer =>
	hmac(key, purpose, text).digest();

/** `<prefix>.<payload>.<mac>`, the MAC over the transported text; safe in an address. */
export function seal(key: Key, { prefix, purpose, payload }: Sealed): string {
	const text = Buffer.from(JSON.stringify([key.id, ...payload])).toString('base64url');
	return `${prefix}.${text}.${hmac(key, purpose, `${prefix}\n${text}`).digest('base64url')}`;
}

export interface Sealed {
	readonly prefix: string;
	readonly purpose: Purpose;
	readonly payload: readonly unknown[];
}

const shape = /^([a-z]\d)\.([\w-]{1,400})\.([\w-]{43})$/;

/** Returns the payload of a sealed text and the key that sealed it, or undefined when neither key did. The MAC is compared in constant time before anything is parsed. */
export function unseal(
	keys: Keys,
	{ prefix, purpose, text }: { prefix: string; purpose: Purpose; text: string },
): { key: Key; payload: readonly unknown[] } | undefined {
	const [, found, body = '', given = ''] = shape.exec(text) ?? [];
	if (found !== prefix) return undefined;
	const bytes = Buffer.from(given, 'base64url');
	if (bytes.toString('base64url') !== given) return undefined;
	for (const key of [keys.current, keys.previous]) {
		if (!key || !timingSafeEqual(mac(key, purpose, `${prefix}\n${body}`), bytes)) continue;
		const [id, ...payload] = JSON.parse(Buffer.from(body, 'base64url').toString()) as unknown[];
		return id === key.id ? { key, payload } : undefined;
	}
	return undefined;
}
