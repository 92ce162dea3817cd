import type { Fields, Values } from './field.ts';

const fields = {
	name: {
		control: 'text',
		label: 'Your name',
		required: 'Enter your name',
		limit: 100,
		autocomplete: 'name',
		enterkeyhint: 'next',
		spellcheck: false,
	},
	email: {
		control: 'email',
		label: 'E-mail address',
		hint: 'We only use this to answer you, unless you tick a box below.',
		required: 'Enter your e-mail address',
		malformed: 'Enter an e-mail address in the correct format, like name@example.com',
		limit: 254,
		autocomplete: 'email',
		enterkeyhint: 'next',
		spellcheck: false,
	},
	phone: {
		control: 'tel',
		label: 'Phone number',
		limit: 40,
		autocomplete: 'tel',
		enterkeyhint: 'next',
	},
	company: {
		control: 'text',
		label: 'Company',
		limit: 100,
		autocomplete: 'organization',
		enterkeyhint: 'next',
		spellcheck: false,
	},
	topic: {
		control: 'radios',
		label: 'What is it about?',
		required: 'Choose what your message is about',
		choices: [
			{ value: 'sales', label: 'Sales' },
			{ value: 'business', label: 'Larger business' },
			{ value: 'support', label: 'Technical support' },
			{ value: 'privacy', label: 'Privacy and personal data' },
			{ value: 'other', label: 'Something else' },
		],
	},
	message: {
		control: 'textarea',
		label: 'Your message',
		hint: 'Up to 5,000 characters.',
		required: 'Enter your message',
		limit: 5000,
		rows: 8,
		enterkeyhint: 'enter',
		spellcheck: true,
	},
	'copy-to-me': {
		control: 'checkbox',
		label: 'E-mail me a copy of my reference.',
	},
	'marketing-electronic': {
		control: 'checkbox',
		label: 'You may send me marketing by e-mail, text message or other electronic means.',
		means: 'consent',
	},
	'no-marketing-post-phone': {
		control: 'checkbox',
		label: 'Do not send me marketing by post or call me about it.',
		means: 'objection',
	},
	'no-third-parties': {
		control: 'checkbox',
		label: 'Do not pass my details on to third parties for marketing.',
		means: 'objection',
	},
} as const satisfies Fields;

/** The contact form: what it asks and where it goes. */
export const contact = {
	id: 'contact',
	page: '/contact/',
	action: '/contact/send',
	challenge: '/contact/challenge',
	sent: '/contact/sent',
	fields,
} as const;

export type ContactValues = Values<typeof fields>;
export type Topic = (typeof fields.topic.choices)[number]['value'];

/** The words of a topic as the visitor chose it. */
export const topicLabel = (topic: Topic): string =>
	contact.fields.topic.choices.find(({ value }) => value === topic)?.label ?? topic;
