import { formAddresses } from './addresses.ts';
import type { Form, FormFields } from './form.ts';

const fields = {
	topic: {
		control: 'radios',
		label: 'What would you like us to do?',
		record: 'Request',
		required: 'Choose what you’d like us to do',
		choices: [
			{ value: 'access', label: 'Show me the information you hold about me' },
			{ value: 'correct', label: 'Correct it' },
			{ value: 'stop-marketing', label: 'Stop marketing to me' },
			{ value: 'stop-sharing', label: 'Stop passing my details on' },
			{ value: 'delete', label: 'Delete it' },
			{ value: 'object', label: 'Stop using it in some other way' },
			{ value: 'complaint', label: 'Look into a complaint about how you’ve handled it' },
		],
	},
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
		hint: 'We’ll only use this to deal with your request.',
		required: 'Enter your e-mail address',
		malformed: 'Enter an e-mail address in the right format, like name@example.com',
		limit: 254,
		autocomplete: 'email',
		enterkeyhint: 'next',
		spellcheck: false,
	},
	account: {
		control: 'text',
		label: 'Account or phone number',
		record: 'Account or phone number',
		hint: 'It helps us find you. Leave it out if you don’t have one with us.',
		limit: 100,
		direction: 'auto',
		enterkeyhint: 'next',
		spellcheck: false,
	},
	message: {
		control: 'textarea',
		label: 'Anything we should know',
		record: 'Message',
		hint: 'Such as what to look for, what’s wrong, or what happened. Up to 5,000 characters.',
		limit: 5000,
		rows: 6,
		direction: 'auto',
		enterkeyhint: 'enter',
		spellcheck: true,
	},
} as const satisfies FormFields;

/** The form for requests about one's own data. No question stands in its way. */
export const yourData = {
	id: 'your-data',
	...formAddresses['your-data'],
	question: 'unasked',
	fields,
	deadlines: {
		access: 'month',
		correct: 'month',
		'stop-marketing': 'month',
		'stop-sharing': 'month',
		delete: 'month',
		object: 'month',
		complaint: 'thirty-days',
	},
	words: {
		go: 'Go to the form',
		required: ['Please fill in every field marked with a', '*'],
		use: [
			'We’ll use what you send us to deal with your request, as our',
			'privacy policy',
			'explains.',
		],
	},
} as const satisfies Form;

/** What a visitor, and a member of staff, reads before the day by which we answer. */
export const dueWords = {
	month: { visitor: 'We’ll answer by', staff: 'Answer by' },
	'thirty-days': {
		visitor: 'We’ll write to acknowledge your complaint by',
		staff: 'Acknowledge by',
	},
} as const;
