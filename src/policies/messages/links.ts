import type { Messages } from './message.ts';

/** Mistakes in links. */
export const links = {
	'link-words': {
		says: 'The link to ‹target› has no words, so nobody can choose it.',
		cure: 'Write its words in the square brackets.',
		wrong: '[](/privacy/)',
		right: '[privacy policy](/privacy/)',
	},
	'link-target': {
		says: 'The link “‹words›” leads nowhere.',
		cure: 'Write its address in the round brackets.',
		wrong: '[privacy policy]()',
		right: '[privacy policy](/privacy/)',
	},
	'link-invisible': {
		says: 'The address holds a sign that nobody can see (‹name›).',
		cure: 'Write ‹fixed›',
		wrong: '[privacy policy](/priv\u200bacy/)',
		right: '[privacy policy](/privacy/)',
	},
	'link-unsafe': {
		says: 'An address that starts with ‹scheme› is no place that a reader can go to.',
		cure: 'Write the address of a page.',
		wrong: '[print](javascript:print())',
		right: '[privacy policy](/privacy/)',
	},
	'link-scheme': {
		says: '“‹scheme›” is not how an address starts.',
		cure: 'Write ‹fixed›',
		wrong: '[the regulator](htp://ico.org.uk/)',
		right: '[the regulator](http://ico.org.uk/)',
	},
	'link-www': {
		says: 'The address would be looked for on this site, because https:// is missing.',
		cure: 'Write ‹fixed›',
		wrong: '[the regulator](www.ico.org.uk)',
		right: '[the regulator](https://www.ico.org.uk)',
	},
	'link-host': {
		says: '‹host› is an address that only your own machine or nobody knows.',
		cure: 'Write the address that readers can reach.',
		wrong: '[privacy policy](http://localhost:8888/privacy/)',
		right: '[privacy policy](/privacy/)',
	},
	'link-file': {
		says: 'The link names a file (‹target›). Links name the address of a page.',
		cure: 'Write ‹fixed›',
		wrong: '[acceptable use policy](../acceptable-use/2026-11-23.mdx)',
		right: '[acceptable use policy](/acceptable-use/)',
	},
	'link-slash-first': {
		says: 'The address “‹target›” starts without a slash, so it would lead somewhere else from each page.',
		cure: 'Write ‹fixed›',
		wrong: '[privacy policy](privacy/)',
		right: '[privacy policy](/privacy/)',
	},
	'link-slash': {
		says: 'The address “‹target›” lacks the slash at its end.',
		cure: 'Write ‹fixed›',
		wrong: '[privacy policy](/privacy)',
		right: '[privacy policy](/privacy/)',
	},
	'link-page': {
		says: 'There is no page at ‹target›.',
		cure: 'Write ‹near›',
		wrong: '[privacy policy](/privcy/)',
		right: '[privacy policy](/privacy/)',
	},
	'link-clause': {
		says: 'There is no place called #‹anchor› ‹where›.',
		cure: 'Write ‹near›',
		wrong: '[Your rights](#right)',
		right: '[Your rights](#rights)',
	},
	'link-removed': {
		says: 'The clause #‹anchor› is there no more (since ‹removed›).',
		cure: 'Write ‹near›',
		wrong: '[Renewals](#renewals)',
		right: '[Borrowing](#borrowing)',
	},
	'link-gap': {
		says: 'A blank stands between the words of the link and its address, so it is no link.',
		cure: 'Write ‹fixed›',
		wrong: '[Your rights] (#rights)',
		right: '[Your rights](#rights)',
	},
	'link-open': {
		says: 'The address of this link has no closing bracket, so it is no link.',
		cure: 'Write ‹fixed›',
		wrong: '[Your rights](#rights is below.',
		right: '[Your rights](#rights) is below.',
	},
	'link-bracket': {
		says: 'The words of this link have no opening bracket, so it is no link.',
		cure: 'Put [ before its first word.',
		wrong: 'Your rights](#rights)',
		right: '[Your rights](#rights)',
	},
	'link-blank': {
		says: 'The address “‹target›” holds a blank, so this is no link.',
		cure: 'Take the blank out.',
		wrong: '[Your rights](/privacy/ #rights)',
		right: '[Your rights](/privacy/#rights)',
	},
	'link-reversed': {
		says: 'The brackets of this link are the wrong way round.',
		cure: 'Write ‹fixed›',
		wrong: '(Your rights)[#rights]',
		right: '[Your rights](#rights)',
	},
	'link-reference': {
		says: 'The link “‹found›” names an address that the file does not hold.',
		cure: 'Write the address in round brackets: [words](/address/).',
		wrong: '[Your rights][rights]',
		right: '[Your rights](#rights)',
	},
	'link-mailto': {
		says: 'The address is one for e-mail, and mailto: is missing before it.',
		cure: 'Write ‹fixed›',
		wrong: '[privacy@uk.clara.net](privacy@uk.clara.net)',
		right: '[privacy@uk.clara.net](mailto:privacy@uk.clara.net)',
	},
	'link-mail': {
		says: 'The words say ‹words›, and the link writes to ‹target›.',
		cure: 'Write ‹fixed›',
		wrong: '[privacy@uk.clara.net](mailto:privacy@clara.net)',
		right: '[privacy@uk.clara.net](mailto:privacy@uk.clara.net)',
	},
	'link-mail-shape': {
		says: '“‹target›” is no address that a mail can be sent to.',
		cure: 'Write mailto: and the address, and nothing else.',
		wrong: '[write to us](mailto://privacy.uk.clara.net)',
		right: '[write to us](mailto:privacy@uk.clara.net)',
	},
	'link-tel': {
		says: 'The words say ‹words›, and the link rings ‹target›.',
		cure: 'Write ‹fixed›',
		wrong: '[0800 640 8010](tel:+448006408009)',
		right: '[0800 640 8010](tel:+448006408010)',
	},
	'link-tel-shape': {
		says: '“‹target›” is not a number as a telephone needs it.',
		cure: 'Write ‹fixed›',
		wrong: '[0800 640 8010](tel:0800 640 8010)',
		right: '[0800 640 8010](tel:+448006408010)',
	},
} as const satisfies Messages;
