import { noticeAddresses } from './addresses.ts';
import type { Fields } from './field.ts';

const fields = {
	email: {
		control: 'email',
		label: 'E-mail address',
		record: 'E-mail',
		hint: 'We’ll only use this to tell you about changes to the policies you choose.',
		required: 'Enter your e-mail address',
		malformed: 'Enter an e-mail address in the right format, like name@example.com',
		limit: 254,
		autocomplete: 'email',
		enterkeyhint: 'send',
		spellcheck: false,
	},
} as const satisfies Fields;

/** Days for which a mailed link is good. */
const linkDays = 7;

/** The control of a policy to choose; its value is the policy’s address part. */
export const choiceName = (slug: string): string => `policy-${slug}`;

/** Notices of changes: what the form asks, where it goes, and what is said on the way. */
export const notices = {
	...noticeAddresses,
	asked: '/notices/asked/',
	confirmed: '/notices/confirmed/',
	token: 'n',
	linkDays,
	fields,
	link: 'Tell me when this policy changes',
	required: ['Please fill in every field marked with a', '*'],
	choose: 'Which policies?',
	chooseOne: 'Choose at least one policy',
	send: 'Send me the link',
	/** What stands above the form when it comes back. */
	returned: {
		invalid: { status: 422 },
		busy: {
			status: 429,
			title: 'That’s a lot of requests',
			words:
				'We’ve had several from your network in the last hour. Please try again in an hour, or follow our feed instead.',
		},
		unavailable: {
			status: 503,
			title: 'We can’t take your address just now',
			words: 'Sorry about that. Please try again later, or follow our feed instead.',
		},
	},
	feed: 'The feed of changes',
	confirming: {
		title: 'One click to go',
		address: 'We’ll write to this address',
		policies: 'We’ll write when one of these changes:',
		button: 'Tell me about changes',
		failed: 'Sorry, that didn’t work. Please try again in a few minutes.',
	},
	gone: {
		status: 410,
		title: 'That link has expired',
		words: `Links last for ${linkDays} days. Check that you’ve used the whole link, or ask for a new one.`,
		again: 'Ask for a new link',
	},
} as const;

/** What became of a request that the form page tells of. */
export type ReturnedNotices = keyof typeof notices.returned;
