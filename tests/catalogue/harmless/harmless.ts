import {
	add,
	all,
	type Change,
	company,
	contact,
	draft,
	edit,
	type Files,
	form,
	home,
	lockFile,
	published,
	registry,
	remove,
	rename,
} from '../change.ts';

/** Something that an editor may do without being told anything. */
export type Harmless = readonly [name: string, change: Change];

const everywhere =
	(change: (text: string) => string): Change =>
	(files: Files) => {
		for (const [path, text] of Object.entries(files))
			if (/\.(?:mdx|yaml|json|ts|astro)$/.test(path)) files[path] = change(text);
	};
const only =
	(file: string, change: (text: string) => string): Change =>
	(files: Files) => {
		files[file] = change(files[file] ?? '');
	};
/** Words in a clause of the draft that has its note. */
const said = (words: string): Change =>
	edit(draft, 'We collect usage data.', `We collect usage data. ${words}`);
const below = (words: string): Change =>
	edit(draft, 'We collect usage data.', `We collect usage data.\n\n${words}\n\nMore follows.`);
const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const note = (id: string) =>
	edit(
		draft,
		'changes:',
		`changes:\n  - clause: ${id}\n    what: It says more.\n    why: Readers asked.`,
	);

const third = {
	yaml: `title: Cookie policy\ndescription: What cookies this invented company sets on the machines of its visitors, which is none.\nleadTimeDays: 0\nclauses:\n  none: { since: "2027-05-01" }\n`,
	mdx: '## No cookies {/* #none */}\n\nWe set none.\n',
};
const policy = (front: string, slug = 'cookies'): Change =>
	all(
		add(`src/content/policies/${slug}/policy.yaml`, third.yaml),
		add(`src/content/policies/${slug}/2027-05-01.mdx`, `---\n${front}\n---\n\n${third.mdx}`),
	);

/** Edits that nobody is to be troubled with. */
export const harmless: readonly Harmless[] = [
	['nothing', all()],
	[
		'bank holidays that end in 60 days',
		edit(
			'netlify/functions/contact/shared/bank-holidays.ts',
			"last: '2027-12-31'",
			"last: '2027-04-30'",
		),
	],
	['line ends of Windows everywhere', everywhere(crlf)],
	['line ends of Windows in a published version', only(published, crlf)],
	['line ends of Windows in the draft', only(draft, crlf)],
	['line ends of Windows in the registry', only(registry, crlf)],
	['line ends of Windows in a page', only(contact, crlf)],
	['line ends of Windows in the lock', only(lockFile, crlf)],
	['line ends of Windows in the facts', only(company, crlf)],
	['a byte order mark everywhere', everywhere((text) => `\ufeff${text}`)],
	['a byte order mark and line ends of Windows', everywhere((text) => `\ufeff${crlf(text)}`)],
	['blanks behind the dashes', everywhere((text) => text.replace(/^---$/gm, '---  '))],
	['a tab behind the dashes', only(draft, (text) => text.replace(/^---$/gm, '---\t'))],
	['no line end at the end', everywhere((text) => text.trimEnd())],
	['empty lines at the end', everywhere((text) => `${text}\n\n\n`)],
	['blanks at the ends of lines', only(draft, (text) => text.replace(/\.$/gm, '. '))],
	[
		'three empty lines between paragraphs',
		only(draft, (text) => text.replaceAll('\n\n', '\n\n\n\n')),
	],
	[
		'no empty line below headings',
		only(draft, (text) => text.replace(/(\*\/\})\n\n(?!\|)/g, '$1\n')),
	],
	['stars as bullets', only(draft, (text) => text.replace(/^- (?!clause)/gm, '* '))],
	['plus signs as bullets', only(draft, (text) => text.replace(/^- (?!clause)/gm, '+ '))],
	['more blanks behind bullets', only(draft, (text) => text.replace(/^- (?!clause)/gm, '-   '))],
	['a compact table', only(draft, (text) => text.replaceAll('| ', '|').replaceAll(' |', '|'))],
	[
		'a table without its outer lines',
		only(draft, (text) => text.replace(/^\| (.*) \|$/gm, '$1').replace('|---|---|', '---|---')),
	],
	[
		'a table with aligned columns in a draft',
		all(edit(draft, 'announced: "2027-04-20"\n', ''), edit(draft, '|---|---|', '|:--|--:|')),
	],
	['a wide table', edit(draft, '| Calls | one year |', '| Calls     | one year    |')],
	[
		'numbers with brackets',
		only(draft, (text) =>
			text.replace(
				'- your name;\n- your e-mail address;\n- your telephone number;\n- what',
				'1) your name;\n2) your e-mail address;\n3) your telephone number;\n4) what',
			),
		),
	],
	['a wrapped paragraph', edit(draft, 'for six years. We', 'for six years.\nWe')],
	[
		'marks behind a heading',
		edit(draft, '## About us {/* #about */}', '## About us {/* #about */} ##'),
	],
	['blanks inside the remark of an id', edit(draft, '{/* #about */}', '{/*   #about   */}')],
	['no blanks inside the remark of an id', edit(draft, '{/* #about */}', '{/*#about*/}')],
	['no blank before the remark of an id', edit(draft, 'us {/* #about */}', 'us{/* #about */}')],
	['a remark of its own', below('{/* agreed with Sam on Monday */}')],
	['a remark over two lines', below('{/* agreed with Sam\non Monday */}')],
	['a remark with braces and angles', below('{/* <b> {x} <10 */}')],
	['bold and slanted words', said('**Note** that _this_ is *so*.')],
	['bold with underlines', said('__Note__ that.')],
	['bold inside a word', said('Un**believ**able.')],
	['a file name with underlines', said('See report_2027_final for more.')],
	['a sum with a star', said('That is 3 * 4 letters.')],
	['a price, a percentage and a section sign', said('It costs £10.50, or 5% (see § 4).')],
	['a range of numbers', said('We keep 10–20 letters, from 09:00 to 17:30.')],
	['a sign < as an entity', said('Mailboxes of &lt;10 GB.')],
	['a sign < between blanks', said('If a < b, say so. If 5 > 3, too.')],
	['a sign < with a backslash', said('Mailboxes of \\<10 GB.')],
	['braces with backslashes', said('Write \\{name\\} there.')],
	['entities', said('Fish &amp; chips &copy; 2027, 10&nbsp;GB.')],
	['a blank that does not break', said('Mailboxes of 10\u00a0GB.')],
	['letters of other languages', said('Café, Łódź, naïve, 你好, São Paulo.')],
	['an emoji', said('Thanks 😀 and 👨‍👩‍👧.')],
	['straight quotation marks', said('He said "yes" and it\'s so.')],
	['curly quotation marks', said('He said “yes” and it’s so.')],
	['brackets around words', said('We write (or ring) you; see (b) below.')],
	['a hashtag in words', said('We are #1, and C# is a language.')],
	['at signs in words', said('We answer @claranet on other sites.')],
	['a line that starts with a year', below('2027 was a good year. 1.5 GB are enough.')],
	[
		'a line that starts with Export',
		below('Export your data whenever you like. We import nothing.'),
	],
	['an e-mail address alone', said('Write to privacy@uk.clara.net.')],
	['a number alone', said('Ring 0800 640 8010 or 0800 640 8009.')],
	['the number without blanks', said('Ring 08006408010.')],
	['the number with its country', said('Ring +44 800 640 8010.')],
	['an address elsewhere alone', said('See https://ico.org.uk/make-a-complaint/ for more.')],
	['a link elsewhere', said('See [the office](https://ico.org.uk/make-a-complaint/?a=1&b=2#top).')],
	[
		'a link elsewhere with brackets',
		said('See [the law](https://en.wikipedia.org/wiki/Act_(law)).'),
	],
	['an address in angles', said('See <https://ico.org.uk/> or <privacy@uk.clara.net>.')],
	['a line that starts with export', below('export your data whenever you like.')],
	[
		'a quotation, code and a footnote',
		below('> As the law says.\n\nType `a{b}<c`, and see the note.[^1]\n\n[^1]: Its words.'),
	],
	['items with letters', below('(a) one;\n(b) two.')],
	['a rule between paragraphs', below('***')],
	['a picture in a policy', below('![The entrance](/office.png)')],
	[
		'a heading of the fourth level',
		all(
			edit(registry, '  contact:', '  tapes: { since: "2027-06-01" }\n  contact:'),
			edit(
				draft,
				'A backup is gone after 90 days.',
				'A backup is gone after 90 days.\n\n#### Tapes {/* #tapes */}\n\nTapes, too.',
			),
			note('tapes'),
		),
	],
	['a reference to an address', below('See [the office][ico].\n\n[ico]: https://ico.org.uk/')],
	['a link in bold', said('See **[what we keep](#retention)**.')],
	['bold in a link', said('See [what **we** keep](#retention).')],
	['a link to a version', said('See [the old words](/privacy/2026-11-23/#names).')],
	[
		'a link to the feed',
		said('See [the feed](/privacy/feed.xml) and [all versions](/privacy/versions/).'),
	],
	[
		'a link by the site’s own address',
		said('See [the form](https://www.claranetsoho.co.uk/contact/).'),
	],
	['a link to a picture', said('See [our office](/office.png).')],
	[
		'an anchor for the removed clause',
		edit(draft, 'or send an e-mail', 'or {/* #names */} send an e-mail'),
	],
	[
		'a list inside a list',
		edit(draft, '- your e-mail address;', '- your e-mail address:\n  - at work,\n  - at home;'),
	],
	[
		'a list with empty lines between',
		only(draft, (text) => text.replace('- your name;\n- your', '- your name;\n\n- your')),
	],
	[
		'a new clause that is registered',
		all(
			edit(registry, '  contact:', '  complaints: { since: "2027-06-01" }\n  contact:'),
			edit(
				draft,
				'## How to reach',
				'## Complaints {/* #complaints */}\n\nTell us.\n\n## How to reach',
			),
			note('complaints'),
		),
	],
	[
		'a clause that ends',
		all(
			edit(
				registry,
				'backups: { since: "2026-11-23" }',
				'backups: { since: "2026-11-23", removed: "2027-06-01" }',
			),
			edit(draft, '### Backups {/* #backups */}\n\nA backup is gone after 90 days.\n\n', ''),
			note('backups'),
		),
	],
	['a draft without a date', edit(draft, 'announced: "2027-04-20"\n', '')],
	[
		'a draft with words to be confirmed',
		all(
			edit(draft, 'announced: "2027-04-20"\n', ''),
			said('It takes [to be confirmed: ten] days.'),
		),
	],
	[
		'a draft without notes',
		all(
			edit(draft, 'announced: "2027-04-20"\n', ''),
			edit(
				draft,
				/* all of them */ '  - clause: collection\n    what: We also collect your telephone number.\n    why: The form asks for it.\n',
				'',
			),
		),
	],
	['a draft that is put off', rename(draft, 'src/content/policies/privacy/2027-07-01.mdx')],
	['a version that is withdrawn before its day', remove(draft)],
	['an announcement today', edit(draft, '"2027-04-20"', '"2027-03-01"')],
	['a date without quotation marks', edit(draft, '"2027-04-20"', '2027-04-20')],
	['a date in single quotation marks', edit(draft, '"2027-04-20"', "'2027-04-20'")],
	[
		'keys in another order',
		edit(
			draft,
			'kind: material\nannounced: "2027-04-20"',
			'announced: "2027-04-20"\nkind: material',
		),
	],
	[
		'a remark in the front matter',
		edit(draft, 'kind: material', '# agreed with Sam: yes, #4\nkind: material # for good'),
	],
	[
		'words in quotation marks in the front matter',
		edit(
			draft,
			'We also collect your telephone number.',
			'"Note: we collect “telephone” numbers, #2."',
		),
	],
	[
		'words over two lines in the front matter',
		edit(
			draft,
			'We also collect your telephone number.',
			'>-\n      We also collect\n      your number.',
		),
	],
	[
		'a dash list without indentation',
		only(draft, (text) =>
			text.replace(/^ {2}- clause/gm, '- clause').replace(/^ {4}(what|why)/gm, '  $1'),
		),
	],
	[
		'an urgent version',
		all(
			edit(draft, '"2027-04-20"', '"2027-05-25"'),
			edit(draft, 'kind:', 'urgent: The law changes on that day.\nkind:'),
		),
	],
	[
		'an editorial version',
		all(
			edit(draft, 'kind: material', 'kind: editorial'),
			edit(
				draft,
				/* all */ 'changes:\n  - clause: collection\n    what: We also collect your telephone number.\n    why: The form asks for it.\n  - clause: contact\n    what: You can come to see us.\n    why: Readers asked.\n',
				'',
			),
			edit(draft, '- your telephone number;\n', ''),
			edit(draft, 'You can come to see us. See', 'See'),
			edit(draft, 'runs this service', 'runs the service'),
		),
	],
	[
		'a summary of a draft, and one that a published version gets later',
		all(
			edit(
				draft,
				'kind:',
				'summary:\n  - says: We keep it for six years.\n    clauses: [retention]\n    fingerprint: "44dd0507d924"\nkind:',
			),
			edit(
				published,
				'kind:',
				'summary:\n  - says: We had other names.\n    clauses: [names]\n    fingerprint: "c77d957dc553"\nkind:',
			),
		),
	],
	[
		'a clause that was merged into another and left its id there',
		all(
			edit(draft, '### Backups {/* #backups */}\n\nA backup is gone after 90 days.\n\n', ''),
			edit(draft, '| Kind |', 'A backup is gone after 90 days. {/* #backups */}\n\n| Kind |'),
			edit(
				draft,
				'  - clause: contact',
				'  - clause: backups\n    what: It stands with the rest now.\n    why: Readers looked for it there.\n  - clause: retention\n    what: It tells of backups now.\n    why: Readers looked for it there.\n  - clause: contact',
			),
			edit(
				registry,
				'backups: { since: "2026-11-23" }',
				'backups: { since: "2026-11-23", removed: "2027-06-01" }',
			),
		),
	],
	[
		'a registry in the long form',
		only(registry, (text) =>
			text.replace('about: { since: "2026-11-23" }', 'about:\n    since: "2026-11-23"'),
		),
	],
	[
		'a registry with remarks and empty lines',
		only(
			registry,
			(text) =>
				`# The clauses of the policy\n\n${text.replace('clauses:\n', 'clauses:\n\n  # the first ones\n')}`,
		),
	],
	['a registry that starts with dashes', only(registry, (text) => `---\n${text}`)],
	['a third policy that comes later', policy('kind: first\nannounced: "2027-04-30"')],
	['a third policy that is a draft', policy('kind: first')],
	[
		'a third policy that is linked to',
		all(
			policy('kind: first\nannounced: "2027-02-01"'),
			edit(home, 'or ring us', 'see [cookies](/cookies/#none), or ring us'),
		),
	],
	['a policy of another name', policy('kind: first', 'service-terms')],
	['a new paragraph on a page', edit(home, '## Get in touch', 'We are here.\n\n## Get in touch')],
	[
		'a list on a page',
		edit(
			home,
			'## Get in touch',
			'- [policies](/privacy/)\n- [contact](/contact/)\n\n## Get in touch',
		),
	],
	[
		'a component over one line',
		edit(
			home,
			'<Lead>\n  Here you can read our policies.\n</Lead>',
			'<Lead>Here you can read our policies.</Lead>',
		),
	],
	['a component without its blank', edit(home, '<Phones />', '<Phones/>')],
	['a component with both tags', edit(home, '<Phones />', '<Phones></Phones>')],
	['a line break on a page', edit(home, '## Get in touch', 'One.<br />Two.\n\n## Get in touch')],
	[
		'a tag of HTML on a page',
		edit(home, '## Get in touch', '<p class="note" lang="en">One.</p>\n\n## Get in touch'),
	],
	[
		'code on a page',
		edit(
			home,
			'## Get in touch',
			'Type `<b>{x}</b>` there.\n\n```\n<10 {y}\n```\n\n## Get in touch',
		),
	],
	['a heading inside another on a page', edit(home, '<Phones />', '### By phone\n\n<Phones />')],
	['a link to a heading', edit(home, '<Phones />', '[Up](#get-in-touch)\n\n<Phones />')],
	[
		'a picture for show',
		edit(contact, '![The entrance of our office](/office.png)', '<img src="/office.png" alt="" />'),
	],
	[
		'a title in quotation marks',
		edit(home, 'title: An invented company', 'title: "Us: an invented company"'),
	],
	[
		'who answers',
		edit(
			company,
			"title: 'Technical support',",
			"title: 'Technical support',\n\t\tansweredBy: 'Our UK team',",
		),
	],
	[
		'a remark in the facts',
		edit(company, "title: 'Sales',", "// the desk's own line\n\t\ttitle: 'Sales',"),
	],
	['double quotation marks in the facts', edit(company, "title: 'Sales'", 'title: "Sales’ desk"')],
	[
		'other hours',
		all(
			edit(company, '09:00 to 17:30', '08:30 to 18:00'),
			edit(company, "from: '09:00'", "from: '08:30'"),
			edit(company, "to: '17:30'", "to: '18:00'"),
		),
	],
	[
		'hours on Saturdays',
		all(
			edit(company, 'Monday to Friday', 'Monday to Saturday'),
			edit(company, 'days: [1, 2, 3, 4, 5],', 'days: [1, 2, 3, 4, 5, 6],'),
		),
	],
	['another hint', edit(form, 'Up to 100 characters.', 'As in your passport.')],
	['a field that need not be filled in', edit(form, "\t\trequired: 'Enter your name',\n", '')],
	[
		'what systems leave behind',
		all(
			add('src/content/.DS_Store', ''),
			add('src/content/policies/privacy/Thumbs.db', ''),
			add('src/content/policies/.gitkeep', ''),
		),
	],
	['a guide for editors', add('src/content/README.md', '# How to')],
];
