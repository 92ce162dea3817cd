import { type Key, mac } from '../shared/keys.ts';

/** No letter or digit that is easily mistaken for another. */
const letters = 'ABCDEFGHJKLMNPRSTUVWXY';
const digits = '23456789';

/** The reference of the message that a question lets through: 8 symbols, every third a digit so that no words appear. */
export function reference(key: Key, nonce: string): string {
	const bytes = mac(key, 'reference', nonce);
	let made = '';
	for (let place = 0; place < 8; place++) {
		const alphabet = place % 3 === 2 ? digits : letters + digits;
		made += alphabet[bytes.readUInt32BE(place * 4) % alphabet.length];
	}
	return made;
}
