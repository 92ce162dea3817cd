import { company } from '#src/company.ts';
import { privacyVersion } from './policy-version.ts';

const [street, city, postcode] = company.address;
const imprint = `${company.name} is a trading name of ${company.legalName}, ${street}, ${city} ${postcode}.`;

/** What the mails say besides what a visitor wrote. */
export const staffMail = {
	reference: 'Reference',
	received: 'Received',
	policy: 'Privacy policy in force',
	check: 'Check',
	score: 'Spam score',
	ledger: 'Record of the boxes, to keep with this message',
	answer: 'Reply to this e-mail to answer the person who wrote.',
	/** What stands first in the subject of a mail that may be spam, and of one that nothing but the lack of a check speaks against. */
	suspicious: '[Possible spam]',
	unchecked: '[Not checked for spam]',
} as const;

/** What stands in the subject of a mail to staff, after the topic. */
export const staffSubject = {
	contact: (reference: string): string => `enquiry ${reference}`,
	'your-data': (reference: string): string => `data request ${reference}`,
} as const;

/** A box as it is recorded. */
interface RecordedBox {
	readonly box: string;
	readonly wording: string;
	readonly hash: string;
	readonly ticked: boolean;
}

type Row = [label: string, value: string];

/** The record of the boxes, row by row. */
export const ledger = {
	/** `time` is in ISO 8601, UTC. */
	sent: (time: string): Row => ['Sent', time],
	policy: (date: string, hash: string): Row => ['Privacy policy', `${date}, SHA-256 ${hash}`],
	box: ({ box, wording, hash, ticked }: RecordedBox): Row => [
		box,
		`${ticked ? 'ticked' : 'not ticked'}; it starts unticked. “${wording}” SHA-256 ${hash}`,
	],
} as const;

/** What the calendar entry says of a day by which we answer. */
export const calendar = {
	month: (reference: string): string => `Answer data request ${reference}`,
	'thirty-days': (reference: string): string => `Acknowledge data complaint ${reference}`,
	details: 'This is the last day. The e-mail with this reference says what was asked.',
} as const;

/** A time by UK clocks, said so. */
export const inUkTime = (words: string): string => `${words} (UK time)`;

/** How a visitor's message was let through, as staff read it. */
export const checkWords = {
	sum: 'answered the sum',
	word: 'typed the word',
	work: 'the browser did the work',
} as const;

/** A version of the privacy policy as a mail quotes it; addresses are whole. */
interface QuotedPolicy {
	/** In words. */
	readonly day: string;
	readonly sha256: string;
	readonly address: string;
	readonly verify: string;
}

const policyText = ({ day, sha256, address, verify }: QuotedPolicy): string =>
	`
When you wrote, our privacy policy was ${privacyVersion(day)}:
${address}

Its fingerprint (SHA-256), so that anybody can check its wording:
${sha256}
${verify}
`;

/** What fills in the mail that asks whether somebody wants notices of changes. */
interface NoticesAsked {
	/** The titles of the policies. */
	readonly policies: readonly string[];
	/** The whole address of the page that confirms. */
	readonly link: string;
	/** The last day of the link, in words. */
	readonly until: string;
}

export const noticeConfirmation = {
	subject: 'Do you want to hear when our policies change?',
	text: ({ policies, link, until }: NoticesAsked): string =>
		`Somebody, most likely you, asked us to write to this address when one of these changes:

${policies.map((title) => `– ${title}`).join('\n')}

If that’s right, open this link and choose the button there. The link is good until ${until}:
${link}

If it wasn’t you, you needn’t do anything. We won’t write to you about changes unless you say so.

${imprint}
`,
} as const;

/** What fills in the mail with a visitor's reference number; times in words. */
export interface Acknowledged {
	readonly reference: string;
	readonly topic: string;
	readonly received: string;
	/** By when we answer, such as `We’ll answer by 24 December 2026.`; empty where nothing says so. */
	readonly due: string;
	/** The whole address of the receipt. */
	readonly link: string;
	/** The privacy policy in force then; absent where nobody noted it. */
	readonly policy?: QuotedPolicy;
	/** The telephones, a line each. */
	readonly phones: string;
}

/** The mail to whoever wrote, by the form that was filled in. */
export const acknowledgements = {
	contact: {
		subject: ({ reference }: Pick<Acknowledged, 'reference'>): string =>
			`Your reference number: ${reference}`,
		text: ({ reference, topic, received, link, policy, phones }: Acknowledged): string =>
			`You’re getting this e-mail because somebody, most likely you, asked for it on ${company.name}’s contact form. If it wasn’t you, you can ignore it, or ring us and we’ll put it right.

We’ve got your message. A member of our team will read it and reply as soon as they can.

Your reference number: ${reference}
Topic: ${topic}
Received: ${inUkTime(received)}

Your receipt, which you can open again at any time:
${link}
${policy ? policyText(policy) : ''}
If you’d rather speak to us:

${phones}

${imprint}
`,
	},
	'your-data': {
		subject: ({ reference }: Pick<Acknowledged, 'reference'>): string =>
			`We’ve got your request: ${reference}`,
		text: ({ reference, topic, received, due, link, policy, phones }: Acknowledged): string =>
			`You’re getting this e-mail because somebody, most likely you, filled in the form about their data on ${company.name}’s website. If it wasn’t you, please ring us and we’ll put it right.

We’ve got your request. ${due}

Your reference number: ${reference}
Request: ${topic}
Received: ${inUkTime(received)}

Your receipt, which you can open again at any time:
${link}
${policy ? policyText(policy) : ''}
If you’d rather speak to us:

${phones}

${imprint}
`,
	},
} as const;
