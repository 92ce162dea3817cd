import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Key, type Keys, type Purpose, secretFor } from './keys.ts';

const algorithm = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

/** A payload as text that only this site can read (AES-256-GCM), safe in an address: no log that holds it tells anything. */
export function encrypt(key: Key, purpose: Purpose, payload: unknown): string {
	const iv = randomBytes(ivBytes);
	const cipher = createCipheriv(algorithm, secretFor(key, purpose), iv);
	const text = Buffer.concat([cipher.update(JSON.stringify(payload)), cipher.final()]);
	return Buffer.concat([iv, text, cipher.getAuthTag()]).toString('base64url');
}

/** What was encrypted with the current key or the previous one; undefined for everything else. */
export function decrypt(keys: Keys, purpose: Purpose, text: string): unknown {
	if (!/^[\w-]{40,2000}$/.test(text)) return undefined;
	const bytes = Buffer.from(text, 'base64url');
	for (const key of [keys.current, keys.previous]) {
		if (!key) continue;
		try {
			const iv = bytes.subarray(0, ivBytes);
			const decipher = createDecipheriv(algorithm, secretFor(key, purpose), iv);
			decipher.setAuthTag(bytes.subarray(-tagBytes));
			const read = decipher.update(bytes.subarray(ivBytes, -tagBytes));
			return JSON.parse(Buffer.concat([read, decipher.final()]).toString());
		} catch {
			// Another key's, or nobody's.
		}
	}
	return undefined;
}
