import type { Messages } from './message.ts';

/** Mistakes that keep a text from being read at all: told alone for their file. */
export const syntax = {
	encoding: {
		says: 'The file was not saved as UTF-8, so that letters and signs in it cannot be read.',
		cure: 'Save it again with the encoding UTF-8.',
		wrong: 'caf�',
		right: 'café',
	},
	conflict: {
		says: 'Two versions of this place were never brought together.',
		cure: 'Keep the words that are right, and take out the lines of <<<<<<<, ======= and >>>>>>>.',
		wrong: '<<<<<<< HEAD\nFees are £10.\n=======\nThere are no fees.\n>>>>>>> draft',
		right: 'There are no fees.',
	},
	'fence-open': {
		says: 'This line starts a block of code that never ends, so everything below it would be code.',
		cure: 'Take the line out, or end the block with the same line.',
		wrong: '```\nYour rights',
		right: 'Your rights',
	},
	'id-comment': {
		says: 'The id of a clause stands in a remark, and “‹found›” is none.',
		cure: 'Write ‹fixed›',
		wrong: '## Your rights {#rights}',
		right: '## Your rights {/* #rights */}',
	},
	brace: {
		says: 'Braces have a meaning of their own here, and “‹found›” cannot be read.',
		cure: 'Put a backslash before each brace that readers should see, or write the words without it.',
		wrong: 'We answer within {10} days.',
		right: 'We answer within \\{10\\} days.',
	},
	'brace-open': {
		says: 'This brace is never closed.',
		cure: 'Put a backslash before it if readers should see it; take it out if not.',
		wrong: 'We answer {within 10 days.',
		right: 'We answer within 10 days.',
	},
	'brace-loose': {
		says: 'This brace closes nothing.',
		cure: 'Put a backslash before it if readers should see it; take it out if not.',
		wrong: 'We answer within 10} days.',
		right: 'We answer within 10 days.',
	},
	'comment-open': {
		says: 'This remark is never closed.',
		cure: 'End it with */} like this: ‹fixed›',
		wrong: '## Your rights {/* #rights }',
		right: '## Your rights {/* #rights */}',
	},
	'html-comment': {
		says: 'A remark is written another way here.',
		cure: 'Write ‹fixed›',
		wrong: '<!-- agreed with Sam -->',
		right: '{/* agreed with Sam */}',
	},
	angle: {
		says: 'The sign < starts a tag here, and “‹found›” is none.',
		cure: 'Write &lt; in its place, or say it in words, such as “less than”.',
		wrong: 'mailboxes of <10 GB',
		right: 'mailboxes of &lt;10 GB',
	},
	'angle-link': {
		says: 'A link is written another way here.',
		cure: 'Write ‹fixed›',
		wrong: '<privacy@uk.clara.net>',
		right: '[privacy@uk.clara.net](mailto:privacy@uk.clara.net)',
	},
	'tag-open': {
		says: 'The tag <‹name›> is never closed.',
		cure: 'Close it with </‹name›> behind its words, or take it out.',
		wrong: '<Lead>Our policies.',
		right: '<Lead>Our policies.</Lead>',
	},
	'tag-close': {
		says: 'The tag </‹name›> closes nothing: no <‹name›> is open here.',
		cure: 'Take it out, or write what it should close.',
		wrong: 'Our policies.</Lead>',
		right: '<Lead>Our policies.</Lead>',
	},
	'tag-name': {
		says: 'The tag </‹name›> stands where </‹open›> should.',
		cure: 'Write </‹open›>',
		wrong: '<Lead>Our policies.</lead>',
		right: '<Lead>Our policies.</Lead>',
	},
	'tag-empty': {
		says: 'The tag <‹name›> holds nothing, so it closes itself.',
		cure: 'Write <‹name› />',
		wrong: '<Phones>',
		right: '<Phones />',
	},
	'tag-end': {
		says: 'The tag <‹name› does not end: a > is missing.',
		cure: 'End it with > before the next line.',
		wrong: '<Lead\nOur policies.\n</Lead>',
		right: '<Lead>\nOur policies.\n</Lead>',
	},
	'tag-quotes': {
		says: 'What “‹name›” holds is not in straight quotation marks.',
		cure: 'Write ‹fixed›',
		wrong: '<section id=write>',
		right: '<section id="write">',
	},
	'line-start': {
		says: 'A line that starts with the small word “‹word›” is read as a program.',
		cure: 'Start it with a capital letter or with another word.',
		wrong: 'export your data whenever you like.',
		right: 'Export your data whenever you like.',
	},
	'markup-broken': {
		says: 'From here on, the text cannot be read.',
		cure: 'Look for a sign such as <, { or a tag without its end, and write it as the editors’ guide says.',
		wrong: 'one **two <b>three** four</b>',
		right: 'one **two** three four',
	},
} as const satisfies Messages;
