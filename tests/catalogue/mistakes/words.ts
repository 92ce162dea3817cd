import { contact, draft, edit, home, type Mistake } from '../change.ts';

const said = (name: string, words: string, id: string, at: string, byHand?: true): Mistake => ({
	...{
		name,
		id,
		at,
		file: draft,
		change: edit(draft, 'We collect usage data.', `${words} We collect usage data.`),
	},
	...(byHand && { byHand }),
});
const under = (name: string, words: string, id: string, at: string, byHand?: true): Mistake => ({
	...{
		name,
		id,
		at,
		file: draft,
		change: edit(draft, '\nWe collect usage data.', `\n${words}\n\nWe collect usage data.`),
	},
	...(byHand && { byHand }),
});
const heading = (
	name: string,
	from: string,
	to: string,
	id: string,
	at: string,
	byHand?: true,
): Mistake => ({
	...{ name, id, at, file: draft, change: edit(draft, from, to) },
	...(byHand && { byHand }),
});

/** Mistakes in words, and in how they are marked up. */
export const words: readonly Mistake[] = [
	said('bold that is not closed', '**Note that this is long.', 'bold-open', '¦**Note', true),
	said('bold with a blank inside', '**Note **that.', 'bold-open', '¦**Note', true),
	said('bold that is not opened', 'Note** that.', 'bold-open', 'Note¦**', true),
	said('underlines that are not closed', '__Note that this is long.', 'bold-open', '¦__Note', true),
	said('a star that is not closed', 'See *note that.', 'bold-open', 'See ¦*note', true),
	said('a lost sign', 'Caf\ufffd.', 'character-lost', 'Caf¦\ufffd', true),
	said('a mangled apostrophe', 'Itâ€™s gone.', 'character-mangled', 'It¦â'),
	said('a mangled pound', 'It costs Â£5.', 'character-mangled', 'costs ¦Â', true),
	said('an invisible sign', 'A back\u200bup.', 'character-invisible', 'back¦\u200b'),
	said('a soft hyphen', 'A back\u00adup.', 'character-invisible', 'back¦\u00ad'),
	said('an unknown entity', 'It costs &poud;5.', 'entity-unknown', 'costs ¦&poud;', true),
	said(
		'words to be confirmed',
		'It takes [to be confirmed] days.',
		'placeholder',
		'takes ¦[to be',
		true,
	),
	said('a number to be confirmed', 'It takes [X] days.', 'placeholder', 'takes ¦[X]', true),
	said('TBC', 'It takes TBC days.', 'placeholder', 'takes ¦TBC', true),
	said('question marks', 'It takes ??? days.', 'placeholder', 'takes ¦???', true),
	said('lorem ipsum', 'Lorem ipsum dolor.', 'placeholder', '¦Lorem', true),
	under('a typed bullet', '• one;\n• two.', 'bullet-typed', '¦• one', true),
	under('a typed dash', '– one;\n– two.', 'bullet-typed', '¦– one', true),
	under('a bullet without a blank', '-one;\n-two.', 'list-blank', '¦-one', true),
	under('a number without a blank', '1.One;\n2.Two.', 'list-blank', '¦1.One', true),
	under('a heading without a blank in a clause', '##Copies', 'heading-blank', '¦##Copies', true),
	under(
		'a table without its line',
		'| Kind | Days |\n| Calls | 3 |',
		'table-line',
		'¦| Kind | Days',
		true,
	),
	under(
		'a table with too short a line',
		'| Kind | Days |\n|---|\n| Calls | 3 |',
		'table-line',
		'Days |\n¦|---|',
		true,
	),
	{
		...{
			name: 'a row that is too short',
			id: 'table-row',
			file: draft,
			at: '¦| Calls |',
			byHand: true,
		},
		change: edit(draft, '| Calls | one year |', '| Calls |'),
	},
	{
		...{
			name: 'a row that is too long',
			id: 'table-row',
			file: draft,
			at: '¦| Calls | one',
			byHand: true,
		},
		change: edit(draft, '| Calls | one year |', '| Calls | one year | or two |'),
	},
	{
		...{
			name: 'words below a table without an empty line',
			id: 'table-over',
			file: draft,
			at: '¦We close',
		},
		change: edit(draft, '| Calls | one year |', '| Calls | one year |\nWe close.'),
		byHand: true,
	},
	heading(
		'a clause without words',
		'\nA backup is gone after 90 days.\n',
		'',
		'clause-empty',
		'¦### Backups',
		true,
	),
	heading('a heading without words', '## About us {', '## {', 'heading-empty', '¦## {', true),
	heading('a typed number', '## About us', '## 1. About us', 'heading-number', '## ¦1.'),
	heading(
		'a heading of the wrong level',
		'### Backups',
		'#### Backups',
		'heading-jump',
		'¦#### Backups',
	),
	heading('a heading of the first level', '## About us', '# About us', 'heading-one', '¦# About'),
	heading(
		'a first clause inside another',
		'## About us',
		'### About us',
		'heading-jump',
		'¦### About',
	),
	heading(
		'a clause whose heading has no blank',
		'## About us',
		'##About us',
		'heading-blank',
		'¦##About',
		true,
	),
	{
		...{
			name: 'dashes below words',
			id: 'heading-line',
			file: home,
			at: 'us:\n¦---',
			byHand: true,
		},
		change: edit(home, 'or ring us:\n', 'or ring us:\n---\n'),
	},
	{
		...{
			name: 'a heading of the first level on a page',
			id: 'heading-one',
			file: home,
			at: '¦# Get',
		},
		change: edit(home, '## Get in touch', '# Get in touch'),
	},
	{
		...{ name: 'a level left out on a page', id: 'heading-jump', file: home, at: '¦#### Get' },
		change: edit(home, '## Get in touch', '#### Get in touch'),
	},
	{
		...{ name: 'a placeholder on a page', id: 'placeholder', file: contact, at: 'rather ¦TODO' },
		change: edit(contact, 'rather talk?', 'rather TODO?'),
		byHand: true,
	},
	said(
		'a long sentence',
		`We ${'really '.repeat(41)}mean it.`,
		'sentence-long',
		'¦We really',
		true,
	),
	said(
		'law that is over',
		'We keep to the Data Protection Act 1998.',
		'law-old',
		'the ¦Data Protection Act',
		true,
	),
	said(
		'a directive that is over',
		'We keep to Directive 95/46/EC.',
		'law-old',
		'to ¦Directive',
		true,
	),
	{
		...{
			name: 'a term before its definition',
			id: 'term-early',
			file: draft,
			at: 'collect ¦call records',
			byHand: true,
		},
		change: edit(
			draft,
			'We collect usage data.',
			'We collect call records.\n\nIn this policy, **call records** means who rang.',
		),
	},
	{
		...{
			name: 'a heading in bold instead of ##',
			id: 'clause-heading-lost',
			file: draft,
			at: '¦Write to Claranet',
			byHand: true,
		},
		change: edit(draft, '## How to reach us {/* #contact */}', '**How to reach us**'),
	},
];
