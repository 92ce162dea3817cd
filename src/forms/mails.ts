import { company } from '#src/company.ts';
import { privacyVersion } from './policy-version.ts';

/** What the mails say besides what a visitor wrote. */
export const staffMail = {
	reference: 'Reference',
	received: 'Received',
	policy: 'Privacy policy in force',
	check: 'Check',
	score: 'Spam score',
	boxes: 'What the boxes said',
	answer: 'Reply to this e-mail to answer the person who wrote.',
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

${company.name} is a trading name of ${company.legalName}, ${company.address.join(', ')}.
`,
} as const;

/** What fills in the mail with a visitor's reference number; times in words. */
export interface Acknowledged {
	readonly reference: string;
	readonly topic: string;
	readonly received: string;
	/** The whole address of the receipt. */
	readonly link: string;
	/** The privacy policy in force then; absent where nobody noted it. */
	readonly policy?: QuotedPolicy;
	/** The telephones, a line each. */
	readonly phones: string;
}

export const acknowledgement = {
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

${company.name} is a trading name of ${company.legalName}, ${company.address.join(', ')}.
`,
} as const;
