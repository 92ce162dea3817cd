import { randomFillSync } from 'node:crypto';

const length = 16;
/** Filled in one go for many nonces, because the system's answer costs the same for one. */
const pool = Buffer.alloc(256 * length);
let used = pool.length;

/** 128 random bits in base64url: 22 characters, never given twice. */
export function freshNonce(): string {
	if (used === pool.length) {
		randomFillSync(pool);
		used = 0;
	}
	used += length;
	return pool.toString('base64url', used - length, used);
}
