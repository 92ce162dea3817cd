import type { Messages } from './message.ts';

/** What a policy cannot hold. The parser of policies says what to write in its place, word for word. */
export const markup = {
	'text-first': {
		says: 'Text stands under a clause.',
		cure: 'Start with a ## heading.',
		wrong: 'Welcome.\n\n## About us {/* #about */}',
		right: '## About us {/* #about */}\n\nWelcome.',
	},
	html: {
		says: 'A policy is Markdown, without HTML and without components.',
		cure: 'Write the words themselves, marked up as Markdown does it.',
		wrong: 'Note <b>this</b>.',
		right: 'Note **this**.',
	},
	code: {
		says: 'A policy has no block of code, and four blanks at the start of a line make one.',
		cure: 'Start the line with three blanks at most; write `code` inside a paragraph.',
		wrong: '    Write to us.',
		right: 'Write to us.',
	},
	'list-order': {
		says: 'An item does not have the number that comes next.',
		cure: 'Write the number that comes next, or put a backslash before it if it is no item.',
		wrong: '1. One.\n3. Three.',
		right: '1. One.\n2. Three.',
	},
	'list-box': {
		says: 'A policy has no boxes to tick.',
		cure: 'Take [ ] out of the item, or write ☐ for the sign.',
		wrong: '- [ ] I agree',
		right: '- ☐ I agree',
	},
	'heading-inside': {
		says: 'A heading stands by itself, not in a list or a quotation.',
		cure: 'Take the signs before its # out.',
		wrong: '- ## Your rights',
		right: '## Your rights {/* #rights */}',
	},
	'note-unwritten': {
		says: 'A footnote is named and not written.',
		cure: 'Write it under the paragraph.',
		wrong: 'As the law says.[^1]',
		right: 'As the law says.[^1]\n\n[^1]: Its words.',
	},
	'name-unused': {
		says: 'A footnote, an address or an abbreviation is written and used nowhere.',
		cure: 'Use it in the words, or take the line out.',
		wrong: '[office]: https://ico.org.uk/',
		right: 'See [the office][office].\n\n[office]: https://ico.org.uk/',
	},
	'name-twice': {
		says: 'A footnote or an address is written twice.',
		cure: 'Take one out, or give it another name.',
		wrong: '[^1]: One.\n\n[^1]: Two.',
		right: '[^1]: One.\n\n[^2]: Two.',
	},
	'link-title': {
		says: 'A link and a picture have no title.',
		cure: 'Take the words in quotation marks out.',
		wrong: '[privacy policy](/privacy/ "Our policy")',
		right: '[privacy policy](/privacy/)',
	},
	'anchor-alone': {
		says: 'The id of a former clause stands alone.',
		cure: 'Write it at the end of a paragraph or an item.',
		wrong: '{/* #renewals */}',
		right: 'You may renew a book once. {/* #renewals */}',
	},
	'markup-other': {
		says: 'This is something that a policy cannot hold.',
		cure: 'Write it as words.',
		wrong: 'one~two~three',
		right: 'one, two, three',
	},
} as const satisfies Messages;
