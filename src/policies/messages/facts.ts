import type { Messages } from './message.ts';

/** Mistakes in the company's facts and in the forms, and between the facts and the policies. */
export const facts = {
	'code-quote': {
		says: 'A quotation mark is missing here, or one is too many.',
		cure: 'Put the words between two straight marks: ‹example›. An apostrophe inside them is written ’.',
		wrong: "number: '0800 640 8009,",
		right: "number: '0800 640 8009',",
	},
	'code-comma': {
		says: 'Something is missing before “‹found›”: a comma, a colon or a closing bracket.',
		cure: 'Compare the lines with those above them: each ends with a comma, and each bracket is closed.',
		wrong: "title: 'Sales'\nnumber: '0800 640 8009',",
		right: "title: 'Sales',\nnumber: '0800 640 8009',",
	},
	'code-sign': {
		says: 'The sign “‹found›” cannot stand here.',
		cure: 'Write a straight quotation mark: ’ and ‘ belong inside the words only.',
		wrong: 'title: ‘Sales’,',
		right: "title: 'Sales',",
	},
	'fact-key-unknown': {
		says: 'There is no “‹key›” here‹near›.',
		cure: 'Write one of: ‹keys›.',
		wrong: "nubmer: '0800 640 8009',",
		right: "number: '0800 640 8009',",
	},
	'fact-key-missing': {
		says: '“‹key›” is missing here.',
		cure: 'Add it. It holds ‹kind›.',
		wrong: "{ id: 'sales', title: 'Sales' }",
		right: "{ id: 'sales', title: 'Sales', number: '0800 640 8009', tel: '+448006408009' }",
	},
	'fact-empty': {
		says: '“‹key›” holds no words.',
		cure: 'Write them.',
		wrong: "label: '',",
		right: "label: 'Your name',",
	},
	'fact-shape': {
		says: '“‹key›” does not hold ‹kind›.',
		cure: 'Write ‹kind›.',
		wrong: "limit: '100',",
		right: 'limit: 100,',
	},
	'fact-tel': {
		says: '“‹tel›” is not how a telephone dials ‹number›.',
		cure: "Write tel: '‹fixed›'",
		wrong: "number: '0800 640 8009',\ntel: '+448006408010',",
		right: "number: '0800 640 8009',\ntel: '+448006408009',",
	},
	'fact-number': {
		says: '“‹number›” is not a British telephone number.',
		cure: 'Write it as people read it aloud, 10 or 11 digits with a 0 in front.',
		wrong: "number: '0800 640 80',",
		right: "number: '0800 640 8009',",
	},
	'fact-twice': {
		says: '“‹value›” stands here twice, as ‹key› of two entries.',
		cure: 'Give each entry its own.',
		wrong: "number: '0800 640 8009' of sales and of support",
		right: 'each line with its own number',
	},
	'hours-time': {
		says: '“‹value›” is not a time of day.',
		cure: "Write hours and minutes of a clock with 24 hours: '‹fixed›'",
		wrong: "from: '9am',",
		right: "from: '09:00',",
	},
	'hours-order': {
		says: 'The line would close at ‹to›, before it opens at ‹from›.',
		cure: 'Write the time of opening under from and the time of closing under to.',
		wrong: "from: '17:30', to: '09:00'",
		right: "from: '09:00', to: '17:30'",
	},
	'hours-half': {
		says: 'There is a time under “‹has›” and none under “‹lacks›”.',
		cure: 'Write both, or neither where the times are not known.',
		wrong: "from: '09:00' alone",
		right: "from: '09:00', to: '17:30'",
	},
	'hours-day': {
		says: '‹value› is no day of the week: 1 is Monday and 7 is Sunday.',
		cure: 'Write each day once, in order, from 1 to 7.',
		wrong: 'days: [0, 1, 2, 3, 4],',
		right: 'days: [1, 2, 3, 4, 5],',
	},
	'hours-words': {
		says: 'The words say ‹said›, and ‹key› says ‹value›.',
		cure: 'Make the two say the same.',
		wrong: "words: 'Monday to Friday, 09:00 to 18:00', … to: '17:30'",
		right: "words: 'Monday to Friday, 09:00 to 17:30', … to: '17:30'",
	},
	'fact-mail': {
		says: '“‹value›” is not an e-mail address.',
		cure: 'Write a name, @ and a domain, such as privacy@uk.clara.net.',
		wrong: "privacyEmail: 'privacy.uk.clara.net',",
		right: "privacyEmail: 'privacy@uk.clara.net',",
	},
	'fact-site': {
		says: '“‹value›” is not the address of a site.',
		cure: 'Write https://, the domain, and nothing behind it: ‹fixed›',
		wrong: "site: 'www.claranetsoho.co.uk/',",
		right: "site: 'https://www.claranetsoho.co.uk',",
	},
	'fact-postcode': {
		says: '“‹value›” is not a postcode.',
		cure: 'Write the address as street, town and postcode, such as WC1B 5HA.',
		wrong: "'WCIB 5HA'",
		right: "'WC1B 5HA'",
	},
	'fact-zone': {
		says: '“‹value›” is not a time zone.',
		cure: "Write 'Europe/London'.",
		wrong: "timeZone: 'London',",
		right: "timeZone: 'Europe/London',",
	},
	'mention-number': {
		says: '‹found› is no number of the company.',
		cure: 'Write ‹fixed›, as ‹place› says; if the number is new, correct it there and make a new version of every policy that names it.',
		wrong: 'ring 0800 640 8100',
		right: 'ring 0800 640 8010',
	},
	'mention-number-other': {
		says: '‹found› is no number of the company. Is it somebody else’s?',
		cure: 'Make sure that readers can tell whose it is, or write one that ‹place› holds.',
		wrong: 'ring 0333 200 1234',
		right: 'ring 0800 640 8010',
		severity: 'warning',
	},
	'mention-mail': {
		says: '‹found› is no e-mail address of the company.',
		cure: 'Write ‹fixed›, as ‹place› says; if the address is new, correct it there and make a new version of every policy that names it.',
		wrong: 'privacy@clara.net',
		right: 'privacy@uk.clara.net',
	},
	'mention-address': {
		says: '“‹found›” is not the company’s address.',
		cure: 'Write ‹fixed›, as ‹place› says; if the company has moved, correct it there and make a new version of every policy that names it.',
		wrong: '12 Southampton Row, London WC1B 5HA',
		right: '21 Southampton Row, London WC1B 5HA',
	},
	'mention-name': {
		says: '“‹found›” is not how the company writes its name.',
		cure: 'Write ‹fixed›',
		wrong: 'Claranet Soho',
		right: 'Claranet SOHO',
	},
	'form-hint': {
		says: 'The hint says ‹said›, and the limit is ‹limit›.',
		cure: 'Make the two say the same.',
		wrong: "hint: 'Up to 2,000 characters.', limit: 5000",
		right: "hint: 'Up to 5,000 characters.', limit: 5000",
	},
	'form-limit': {
		says: 'A limit of ‹value› leaves no room for an answer.',
		cure: 'Write the greatest number of characters, such as 100.',
		wrong: 'limit: 0,',
		right: 'limit: 100,',
	},
	'form-choices': {
		says: 'A question with buttons needs two choices at least, and this has ‹count›.',
		cure: 'Add the others, or ask for it with another control.',
		wrong: "choices: [{ value: 'sales', label: 'Sales' }],",
		right:
			"choices: [{ value: 'sales', label: 'Sales' }, { value: 'other', label: 'Something else' }],",
	},
} as const satisfies Messages;
