/** A telephone line that people may ring, with the days and hours on which it is answered (UK time). */
export interface Line {
	readonly id: 'sales' | 'business' | 'support';
	readonly title: string;
	/** Who answers, where the number belongs to more than the sales desk of this site. */
	readonly answeredBy?: string;
	/** As people read it aloud. */
	readonly number: string;
	/** The same number for a `tel:` link, in E.164. */
	readonly tel: string;
	/** Absent where the brief states none. */
	readonly hours?: Hours;
}

/** Opening hours: ISO weekdays (1 is Monday) and, where they are known, UK wall-clock times. */
export interface Hours {
	readonly words: string;
	readonly days: readonly number[];
	readonly from?: string;
	readonly to?: string;
}

/** Every fact about the company, once. Policies repeat them as plain text and are held to this by a test. */
export const company = {
	name: 'Claranet SOHO',
	legalName: 'Claranet Limited',
	address: ['21 Southampton Row', 'London', 'WC1B 5HA'],
	/** The site's own address; every absolute link is made from it. */
	site: 'https://www.claranetsoho.co.uk',
	privacyEmail: 'privacy@uk.clara.net',
	timeZone: 'Europe/London',
} as const;

export const lines: readonly Line[] = [
	{
		id: 'sales',
		title: 'Sales',
		number: '0800 640 8009',
		tel: '+448006408009',
		hours: {
			words: 'Monday to Friday, 09:00 to 17:30',
			days: [1, 2, 3, 4, 5],
			from: '09:00',
			to: '17:30',
		},
	},
	{
		id: 'business',
		title: 'Larger business enquiries',
		answeredBy: 'Claranet',
		number: '0207 685 8014',
		tel: '+442076858014',
	},
	{
		id: 'support',
		title: 'Technical support',
		answeredBy: 'Our UK team',
		number: '0800 640 8010',
		tel: '+448006408010',
		hours: { words: 'Seven days a week', days: [1, 2, 3, 4, 5, 6, 7] },
	},
];
