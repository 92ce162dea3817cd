import type { Messages } from './message.ts';

/** Mistakes in how front matter, `policy.yaml` and the lock are written, whatever they say. */
export const yaml = {
	'yaml-tab': {
		says: 'This line starts with a tab. Lines are indented with blanks here.',
		cure: 'Put two blanks in the place of each tab.',
		wrong: '\tclause: retention',
		right: '  clause: retention',
	},
	'yaml-colon-blank': {
		says: 'A blank is missing behind the colon of “‹key›:”.',
		cure: 'Put a blank behind the colon.',
		wrong: 'kind:material',
		right: 'kind: material',
	},
	'yaml-colon-missing': {
		says: 'The colon is missing behind “‹key›”.',
		cure: 'Put a colon and a blank between the name and what it holds.',
		wrong: 'kind material',
		right: 'kind: material',
	},
	'yaml-quote-open': {
		says: 'This quotation mark is never closed.',
		cure: 'Close the quotation mark at the end of the words.',
		wrong: 'announced: "2026-11-23',
		right: 'announced: "2026-11-23"',
	},
	'yaml-quote-missing': {
		says: 'These words end with a quotation mark and do not start with one.',
		cure: 'Start the words with the same quotation mark.',
		wrong: 'announced: 2026-11-23"',
		right: 'announced: "2026-11-23"',
	},
	'yaml-quote-inside': {
		says: 'The words go on behind the closing quotation mark.',
		cure: 'Write the marks inside the words as “ and ”.',
		wrong: 'what: "The word "fee" goes."',
		right: 'what: "The word “fee” goes."',
	},
	'yaml-colon-in-words': {
		says: 'These words hold a colon with a blank behind it, so that they look like a name with a value.',
		cure: 'Put the words in quotation marks.',
		wrong: 'what: One change: the fee goes.',
		right: 'what: "One change: the fee goes."',
	},
	'yaml-first-character': {
		says: 'Words cannot start with ‹character› here unless they stand in quotation marks.',
		cure: 'Put the words in quotation marks.',
		wrong: 'what: @ signs are allowed.',
		right: 'what: "@ signs are allowed."',
	},
	'yaml-hash': {
		says: 'Everything behind this # would be lost: it starts a remark.',
		cure: 'Put the words in quotation marks.',
		wrong: 'what: The service is now #1 for speed.',
		right: 'what: "The service is now #1 for speed."',
	},
	'yaml-bracket': {
		says: 'This ‹character› is never closed.',
		cure: 'Close it with ‹closing› on the same line.',
		wrong: 'storage: { since: "2026-11-23"',
		right: 'storage: { since: "2026-11-23" }',
	},
	'yaml-comma': {
		says: 'A comma is missing before “‹word›”.',
		cure: 'Put a comma between the two.',
		wrong: '{ since: "2026-11-23" removed: "2027-06-01" }',
		right: '{ since: "2026-11-23", removed: "2027-06-01" }',
	},
	'yaml-dash-blank': {
		says: 'A blank is missing behind the dash.',
		cure: 'Put a blank between the dash and the word.',
		wrong: '-clause: retention',
		right: '- clause: retention',
	},
	'yaml-indent': {
		says: 'This line is not indented like the lines that it belongs to.',
		cure: 'Start it with ‹blanks› blanks, in line with its neighbours.',
		wrong: '  - clause: retention\n   what: Records are kept for less time.',
		right: '  - clause: retention\n    what: Records are kept for less time.',
	},
	'yaml-broken': {
		says: 'From here on, the line cannot be read.',
		cure: 'Compare it with the other lines: a name, a colon, a blank, then its words, which stand in quotation marks if they hold signs.',
		wrong: 'what: "Fees" and charges',
		right: 'what: “Fees” and charges',
	},
	'key-twice': {
		says: '“‹key›” stands here twice.',
		cure: 'Keep one of the two lines.',
		wrong: 'kind: material\nkind: editorial',
		right: 'kind: material',
	},
	'key-misspelt': {
		says: 'There is no “‹key›” here. Did you mean “‹near›”?',
		cure: 'Write ‹near›.',
		wrong: 'anounced: "2026-11-23"',
		right: 'announced: "2026-11-23"',
	},
	'key-unknown': {
		says: 'There is no “‹key›” here, so nothing would come of this line.',
		cure: 'Take the line out. What may stand here: ‹keys›.',
		wrong: 'author: Sam',
		right: '',
	},
	'key-missing': {
		says: '“‹key›” is missing here.',
		cure: 'Add a line: ‹line›',
		wrong: 'announced: "2026-11-23"',
		right: 'kind: first\nannounced: "2026-11-23"',
	},
	'value-empty': {
		says: 'Nothing stands behind “‹key›”.',
		cure: 'Fill it in, or take the line out if it is not needed. It holds ‹kind›.',
		wrong: 'announced:',
		right: 'announced: "2026-11-23"',
	},
	'value-shape': {
		says: '“‹key›” does not hold what it should.',
		cure: 'Give it ‹kind›.',
		wrong: 'changes: none',
		right:
			'changes:\n  - clause: retention\n    what: Records are kept for less time.\n    why: We need them no longer.',
	},
} as const satisfies Messages;
