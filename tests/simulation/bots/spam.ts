/** What the bots want to be read: plain words, which no rule about links or names catches. */
export const spam = {
	name: 'Robin Seller',
	email: 'robin@seller.example',
	topic: 'sales',
	message: 'We saw your site and can bring it to the first page of every search within a month.',
} as const;

const openings = ['We saw your site', 'Your pages caught my eye', 'A client of ours spoke of you'];
const offers = ['bring it more visitors', 'write about it', 'rank it higher', 'sell it for you'];

/** The same in other words each time, from another address. */
export function varied(serial: number): {
	name: string;
	email: string;
	topic: string;
	message: string;
} {
	const letters = [...String(serial)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
	const opening = openings[serial % openings.length];
	const offer = offers[serial % offers.length];
	return {
		...spam,
		email: `robin-${serial}@seller.example`,
		message: `${opening}, and we can ${offer} from now on, says our ${letters} team of experts.`,
	};
}

/** The same text each time, from another address. */
export const fromMany = (serial: number) => ({ ...spam, email: `robin-${serial}@seller.example` });
