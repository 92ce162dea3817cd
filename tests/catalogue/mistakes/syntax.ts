import { add, contact, draft, edit, home, type Mistake, published } from '../change.ts';

const collect = 'We collect usage data.';
/** A mistake in a sentence of the draft. */
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
/** A mistake in a paragraph of its own in the draft. */
const paragraph = (
	name: string,
	words: string,
	id: string,
	at: string,
	byHand?: true,
): Mistake => ({
	...{ name, id, at, file: draft, change: edit(draft, `\n${collect}`, `\n${words}\n\n${collect}`) },
	...(byHand && { byHand }),
});

/** Mistakes that keep a text from being read. */
export const syntax: readonly Mistake[] = [
	said('a sign < before a number', 'Mailboxes of <10 GB are small.', 'angle', 'of ¦<10'),
	said('a sign < before =', 'It takes <=5 days.', 'angle', 'takes ¦<=5'),
	said('a placeholder in angles', 'Write to <your name here>.', 'angle', 'to ¦<your'),
	said('braces around words', 'We answer in {ten} days.', 'brace', 'in ¦{ten}'),
	said('braces around an expression', 'We are {company.name}.', 'brace', 'are ¦{company'),
	said('a brace that is never closed', 'We answer in {ten days.', 'brace-open', 'in ¦{ten'),
	said(
		'an HTML comment in a sentence',
		'Good. <!-- ask Sam --> Yes.',
		'html-comment',
		'Good. ¦<!--',
	),
	paragraph('an HTML comment', '<!-- agreed with Sam -->', 'html-comment', '¦<!-- agreed'),
	paragraph(
		'an HTML comment over two lines',
		'<!-- agreed\nwith Sam -->',
		'html-comment',
		'¦<!-- agreed',
	),
	paragraph('a remark that is never closed', '{/* agreed with Sam', 'comment-open', '¦{/* agreed'),
	paragraph('a block of code that never ends', '```\ncode', 'fence-open', '¦```'),
	paragraph('a block of tildes that never ends', '~~~\ncode', 'fence-open', '¦~~~'),
	paragraph('a tag', 'This is <b>bold</b>.', 'html', 'is ¦<b>', true),
	paragraph('a tag that is never closed', 'This is <b>bold.', 'html', 'is ¦<b>', true),
	paragraph('a closing tag alone', 'This is bold</b>.', 'tag-close', 'bold¦</b>'),
	paragraph('a line break as in HTML', 'One<br>two.', 'html', 'One¦<br>', true),
	paragraph(
		'two versions left by git',
		'<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> draft',
		'conflict',
		'¦<<<<<<<',
		true,
	),
	{
		...{
			name: 'an id in plain braces',
			id: 'id-comment',
			file: draft,
			at: 'keep it ¦{#retention}',
		},
		change: edit(draft, '{/* #retention */}', '{#retention}'),
	},
	{
		...{ name: 'an id without #', id: 'id-comment', file: draft, at: 'keep it ¦{retention}' },
		change: edit(draft, '{/* #retention */}', '{retention}'),
	},
	{
		...{ name: 'an id in stars', id: 'id-comment', file: draft, at: 'keep it ¦{* #ret' },
		change: edit(draft, '{/* #retention */}', '{* #retention *}'),
	},
	{
		...{
			name: 'a remark of an id without its last star',
			id: 'comment-open',
			file: draft,
			at: 'keep it ¦{/* #ret',
		},
		change: edit(draft, '{/* #retention */}', '{/* #retention }'),
	},
	{
		...{
			name: 'a remark of an id without its brace',
			id: 'comment-open',
			file: draft,
			at: 'keep it ¦{/* #ret',
		},
		change: edit(draft, '{/* #retention */}', '{/* #retention */'),
	},
	{
		...{ name: 'an id cut off', id: 'id-comment', file: draft, at: 'keep it ¦{#ret' },
		change: edit(draft, '{/* #retention */}', '{#retention'),
	},
	{
		...{ name: 'a sign < in a published version', id: 'angle', file: published, at: 'for ¦<six' },
		change: edit(published, 'for six years', 'for <six years'),
		byHand: true,
	},
	{
		...{ name: 'a component that is not closed', id: 'tag-empty', file: home, at: '¦<Phones>' },
		change: edit(home, '<Phones />', '<Phones>'),
	},
	{
		...{ name: 'a component without its end', id: 'tag-end', file: home, at: '¦<Phones' },
		change: edit(home, '<Phones />', '<Phones'),
	},
	{
		...{
			name: 'a component around words that is not closed',
			id: 'tag-open',
			file: home,
			at: '¦<Lead>',
		},
		change: edit(home, '</Lead>', ''),
		byHand: true,
	},
	{
		...{ name: 'a component closed by a small letter', id: 'tag-name', file: home, at: '¦</lead>' },
		change: edit(home, '</Lead>', '</lead>'),
	},
	{
		...{ name: 'a component closed twice', id: 'tag-close', file: home, at: '</Lead>\n¦</Lead>' },
		change: edit(home, '</Lead>', '</Lead>\n</Lead>'),
	},
	{
		...{
			name: 'a section that is not closed',
			id: 'tag-open',
			file: contact,
			at: '¦<section id="talk">',
		},
		change: edit(contact, 'office.png)\n\n</section>', 'office.png)'),
		byHand: true,
	},
	{
		...{
			name: 'an attribute without quotation marks',
			id: 'tag-quotes',
			file: contact,
			at: 'id=¦write',
		},
		change: edit(contact, 'id="write"', 'id=write'),
	},
	{
		...{
			name: 'an attribute in curly quotation marks',
			id: 'tag-quotes',
			file: contact,
			at: 'id=¦“write”',
		},
		change: edit(contact, 'id="write"', 'id=“write”'),
	},
	{
		...{
			name: 'a quotation mark that is not closed',
			id: 'tag-quotes',
			file: contact,
			at: 'id=¦"write',
		},
		change: edit(contact, 'id="write"', 'id="write'),
	},
	{
		...{
			name: 'tags that close in the wrong order',
			id: 'tag-open',
			file: home,
			at: '<b>one ¦<i>',
		},
		change: edit(home, 'Here you can', 'Here <b>one <i>two</b></i> you can'),
		byHand: true,
	},
	{
		...{ name: 'a pair of tags without a name', id: 'tag-close', file: home, at: 'Here ¦</>' },
		change: edit(home, 'Here you can', 'Here </> you can'),
	},
	{
		...{ name: 'a page of HTML comments', id: 'html-comment', file: home, at: '¦<!-- a' },
		change: edit(home, '## Get in touch', '<!-- a -->\n\n## Get in touch'),
	},
	{
		...{ name: 'braces on a page', id: 'brace', file: home, at: 'read ¦{our}' },
		change: edit(home, 'read our', 'read {our}'),
	},
	{
		...{ name: 'an e-mail address in angles', id: 'angle-link', file: home, at: 'read ¦<privacy' },
		change: edit(home, 'read our', 'read <privacy@uk.clara.net> our'),
	},
	{
		...{ name: 'an address in angles', id: 'angle-link', file: home, at: 'read ¦<https' },
		change: edit(home, 'read our', 'read <https://ico.org.uk/> our'),
	},
	{
		...{ name: 'a line that starts with export', id: 'line-start', file: home, at: '¦export' },
		change: edit(home, '## Get', 'export your data.\n\n## Get'),
	},
	{
		...{ name: 'a line that starts with import', id: 'line-start', file: home, at: '¦import' },
		change: edit(home, '## Get', 'import your data.\n\n## Get'),
	},
	{
		...{ name: 'a line break as in HTML on a page', id: 'tag-empty', file: home, at: 'you¦<br>' },
		change: edit(home, 'Here you can', 'Here you<br>can'),
	},
	{
		...{ name: 'an empty page', id: 'front-matter-missing', file: home },
		change: add(home, ''),
		byHand: true,
	},
];
