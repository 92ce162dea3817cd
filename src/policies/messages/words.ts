import type { Messages } from './message.ts';

/** Mistakes in the words of policies and pages, and in how they are marked up. */
export const words = {
	'character-lost': {
		says: 'A letter or sign was lost here: the file holds � in its place.',
		cure: 'Write the sign again, and save the file as UTF-8.',
		wrong: 'Claranet�s services',
		right: 'Claranet’s services',
	},
	'character-mangled': {
		says: '“‹found›” is what became of “‹meant›” when the text was copied.',
		cure: 'Write ‹meant›',
		wrong: 'Claranetâ€™s services',
		right: 'Claranet’s services',
	},
	'character-invisible': {
		says: 'A sign that nobody can see stands here (‹name›).',
		cure: 'Take it out: delete the letters around it and type them again.',
		wrong: 'reten\u200btion',
		right: 'retention',
	},
	'entity-unknown': {
		says: '“‹found›” is no sign that a browser knows, so readers would see these letters.',
		cure: 'Type the sign itself.',
		wrong: '&poud;10',
		right: '£10',
	},
	'bold-open': {
		says: 'This ‹marks› starts or ends nothing, so readers would see it.',
		cure: 'Put ‹marks› directly before the first word and directly behind the last one, or take it out.',
		wrong: '**Your rights are set out below.',
		right: '**Your rights** are set out below.',
	},
	'bullet-typed': {
		says: 'The item starts with “‹found›”, which makes no list.',
		cure: 'Start each item with a dash and a blank: -',
		wrong: '• your name',
		right: '- your name',
	},
	'list-blank': {
		says: 'A blank is missing behind “‹found›”, so this makes no list.',
		cure: 'Put a blank between “‹found›” and the words.',
		wrong: '-your name',
		right: '- your name',
	},
	'item-empty': {
		says: 'This item of a list has no words.',
		cure: 'Write them, or take the line out.',
		wrong: '- your name;\n-',
		right: '- your name;',
	},
	'heading-blank': {
		says: 'A blank is missing behind the ‹marks› of this heading, so readers would see the marks.',
		cure: 'Put a blank between ‹marks› and the words.',
		wrong: '##Your rights {/* #rights */}',
		right: '## Your rights {/* #rights */}',
	},
	'heading-empty': {
		says: 'This heading has no words.',
		cure: 'Write its words, or take the line out.',
		wrong: '## {/* #rights */}',
		right: '## Your rights {/* #rights */}',
	},
	'heading-number': {
		says: 'The number “‹found›” would stand beside the one that headings get by themselves.',
		cure: 'Take the number out.',
		wrong: '## 4. Your rights {/* #rights */}',
		right: '## Your rights {/* #rights */}',
	},
	'heading-line': {
		says: 'The dashes make a heading of the words above them.',
		cure: 'Take the line out, or write the heading with ## before its words.',
		wrong: 'Your rights\n---',
		right: '## Your rights {/* #rights */}',
	},
	'heading-jump': {
		says: 'A heading with ‹marks› cannot follow one with ‹before›: a level is missing between them.',
		cure: 'Write ‹fixed› before its words.',
		wrong: '## Your rights\n\n#### Access',
		right: '## Your rights\n\n### Access',
	},
	'heading-one': {
		says: 'The page has its main heading from its title, so # is one too many.',
		cure: 'Write ## before the words.',
		wrong: '# Get in touch',
		right: '## Get in touch',
	},
	'clause-empty': {
		says: 'Nothing stands under this heading.',
		cure: 'Write what the clause says, or take the heading out.',
		wrong: '## Marketing {/* #marketing */}\n\n## Your rights {/* #rights */}',
		right:
			'## Marketing {/* #marketing */}\n\nWe send you no marketing.\n\n## Your rights {/* #rights */}',
	},
	'table-row': {
		says: 'This row has ‹count› cells, and the head of the table has ‹head›.',
		cure: 'Give the row as many cells as the head: | stands between two of them.',
		wrong: '| Day | Opens | Closes |\n|---|---|---|\n| Sunday | 11:00 |',
		right: '| Day | Opens | Closes |\n|---|---|---|\n| Sunday | 11:00 | 15:00 |',
	},
	'table-line': {
		says: 'These lines make no table: under its head, a table has a line such as ‹fixed›',
		cure: 'Write under the first row: ‹fixed›',
		wrong: '| Day | Opens |\n| Sunday | 11:00 |',
		right: '| Day | Opens |\n|---|---|\n| Sunday | 11:00 |',
	},
	'table-over': {
		says: 'This line has become a row of the table above it.',
		cure: 'Put an empty line between the table and the words.',
		wrong: '| Day | Opens |\n|---|---|\n| Sunday | 11:00 |\nWe close on bank holidays.',
		right: '| Day | Opens |\n|---|---|\n| Sunday | 11:00 |\n\nWe close on bank holidays.',
	},
	placeholder: {
		says: '“‹found›” is still to be filled in, and this is for readers.',
		cure: 'Write the words that belong here, without brackets.',
		wrong: 'We answer within [to be confirmed] days.',
		right: 'We answer within 30 days.',
	},
	'sentence-long': {
		says: 'This sentence has ‹count› words.',
		cure: 'Make two of it: up to 40 words are easy to follow.',
		wrong: 'a sentence of 57 words',
		right: 'two sentences of 28 words',
		severity: 'warning',
	},
	'law-old': {
		says: '‹law› is no longer in force (since ‹since›).',
		cure: 'Refer to ‹now›, or say that you mean the law of that time.',
		wrong: 'under the Data Protection Act 1998',
		right: 'under the Data Protection Act 2018 and the UK GDPR',
		severity: 'warning',
	},
	'term-early': {
		says: '“‹term›” is used here before it is defined on line ‹line›.',
		cure: 'Define it before its first use, or use other words here.',
		wrong: 'We keep usage data. … In this policy, **usage data** means …',
		right: 'In this policy, **usage data** means … We keep usage data.',
		severity: 'warning',
	},
	'image-words': {
		says: 'The picture has no words for people who cannot see it.',
		cure: 'Write in the square brackets what it shows.',
		wrong: '![](/office.png)',
		right: '![The entrance of our office](/office.png)',
	},
	'image-outside': {
		says: 'The picture comes from another site, ‹target›, which would learn who reads this page.',
		cure: 'Put the file into the folder public, and write its address here, such as /office.png',
		wrong: '![Our office](https://example.com/office.png)',
		right: '![Our office](/office.png)',
	},
	'image-missing': {
		says: 'There is no picture at ‹target›.',
		cure: 'Put the file into the folder public, or write the address of one that is there‹near›.',
		wrong: '![Our office](/ofice.png)',
		right: '![Our office](/office.png)',
	},
} as const satisfies Messages;
