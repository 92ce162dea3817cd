import { formAddresses } from './addresses.ts';
import type { Values } from './field.ts';
import type { Form, FormFields } from './form.ts';

const fields = {
	name: {
		control: 'text',
		label: 'Your name',
		record: 'Name',
		required: 'Enter your name',
		limit: 100,
		autocomplete: 'name',
		direction: 'auto',
		enterkeyhint: 'next',
		spellcheck: false,
	},
	email: {
		control: 'email',
		label: 'E-mail address',
		record: 'E-mail',
		hint: 'We’ll only use this to reply to you, unless you tick a box below.',
		required: 'Enter your e-mail address',
		malformed: 'Enter an e-mail address in the right format, like name@example.com',
		limit: 254,
		autocomplete: 'email',
		enterkeyhint: 'next',
		spellcheck: false,
	},
	phone: {
		control: 'tel',
		label: 'Phone number',
		record: 'Phone',
		limit: 40,
		autocomplete: 'tel',
		enterkeyhint: 'next',
	},
	company: {
		control: 'text',
		label: 'Company',
		record: 'Company',
		limit: 100,
		autocomplete: 'organization',
		direction: 'auto',
		enterkeyhint: 'next',
		spellcheck: false,
	},
	topic: {
		control: 'radios',
		label: 'What’s it about?',
		record: 'Topic',
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
		record: 'Message',
		hint: 'Up to 5,000 characters.',
		required: 'Enter your message',
		limit: 5000,
		rows: 8,
		direction: 'auto',
		enterkeyhint: 'enter',
		spellcheck: true,
	},
	'copy-to-me': {
		control: 'checkbox',
		label: 'E-mail me my reference number',
		record: 'Reference number by e-mail',
		ticked: 'yes',
		unticked: 'no',
	},
	'marketing-electronic': {
		control: 'checkbox',
		label: 'You may send me marketing by e-mail, text message or other electronic means',
		record: 'Marketing by e-mail',
		ticked: 'yes',
		unticked: 'no',
		means: 'consent',
	},
	'no-marketing-post-phone': {
		control: 'checkbox',
		label: 'Don’t send me marketing by post, or ring me about it',
		record: 'Marketing by post or phone',
		ticked: 'refused',
		unticked: 'not refused',
		means: 'objection',
	},
	'no-third-parties': {
		control: 'checkbox',
		label: 'Don’t pass my details to third parties for marketing',
		record: 'Passing details to third parties',
		ticked: 'refused',
		unticked: 'not refused',
		means: 'objection',
	},
} as const satisfies FormFields;

/** The contact form: what it asks and where it goes. */
export const contact = {
	id: 'contact',
	...formAddresses.contact,
	question: 'asked',
	fields,
	words: {
		go: 'Go to the contact form',
		required: ['Please fill in every field marked with a', '*'],
		marketing: {
			legend: 'Marketing',
			choose: 'Choose how we may contact you.',
			untouched:
				'If you tick nothing, we and third parties we select may write to you or ring you about goods and services. If you’re new to us, we won’t e-mail or text you about them. If you’re already a customer, we may ring or e-mail you about things like those you’ve bought before.',
			clause: 'What our privacy policy says about marketing',
		},
		use: ['We’ll use what you send us to reply to you, as our', 'privacy policy', 'explains.'],
	},
} as const satisfies Form;

export type ContactValues = Values<typeof fields>;
