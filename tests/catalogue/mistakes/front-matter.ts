import { add, all, draft, edit, home, type Mistake, registry, rename } from '../change.ts';

interface Row {
	readonly name: string;
	readonly from: string;
	readonly to: string;
	readonly id: string;
	readonly at?: string;
	readonly byHand?: true;
}

const inside =
	(file: string) =>
	({ from, to, ...row }: Row): Mistake => ({ ...row, file, change: edit(file, from, to) });

const inDraft: readonly Row[] = [
	{ name: 'no first line of dashes', from: '---\nkind', to: 'kind', id: 'front-matter-missing', at: '¦kind: mat' },
	{ name: 'no last line of dashes', from: 'asked.\n---\n', to: 'asked.\n', id: 'front-matter-open', at: 'asked.\n¦\n## About' },
	{ name: 'two dashes at the start', from: '---\nkind', to: '--\nkind', id: 'front-matter-fence', at: '¦--\nkind' },
	{ name: 'four dashes at the start', from: '---\nkind', to: '----\nkind', id: 'front-matter-fence', at: '¦----\nkind' },
	{ name: 'two dashes at the end', from: 'asked.\n---\n', to: 'asked.\n--\n', id: 'front-matter-fence', at: 'asked.\n¦--' },
	{ name: 'a long dash at the end', from: 'asked.\n---\n', to: 'asked.\n—\n', id: 'front-matter-fence', at: 'asked.\n¦—' },
	{ name: 'an empty line before the dashes', from: '---\nkind', to: '\n---\nkind', id: 'front-matter-first' },
	{ name: 'an indented line of dashes', from: '---\nkind', to: ' ---\nkind', id: 'front-matter-fence' },
	{ name: 'no kind', from: 'kind: material\n', to: '', id: 'key-missing', at: '¦announced', byHand: true },
	{ name: 'a misspelt key', from: 'announced:', to: 'anounced:', id: 'key-misspelt', at: '¦anounced' },
	{ name: 'a key in capitals', from: 'kind:', to: 'Kind:', id: 'key-misspelt', at: '¦Kind' },
	{ name: 'an unknown key', from: 'kind:', to: 'author: Sam\nkind:', id: 'key-unknown', at: '¦author', byHand: true },
	{ name: 'a key twice', from: 'kind: material', to: 'kind: material\nkind: editorial', id: 'key-twice', at: 'material\n¦kind', byHand: true },
	{ name: 'no blank behind a colon', from: 'kind: material', to: 'kind:material', id: 'yaml-colon-blank', at: 'kind:¦mat' },
	{ name: 'no colon', from: 'kind: material', to: 'kind material', id: 'yaml-colon-missing', at: 'kind¦ mat' },
	{ name: 'an equals sign', from: 'kind: material', to: 'kind = material', id: 'yaml-colon-missing', at: 'kind¦ =' },
	{ name: 'a quotation mark that is not closed', from: '"2027-04-20"', to: '"2027-04-20', id: 'yaml-quote-open', at: '¦"2027-04-20' },
	{ name: 'a quotation mark that is not opened', from: '"2027-04-20"', to: '2027-04-20"', id: 'date-shape', at: '¦2027-04-20"' },
	{ name: 'a quotation mark of the other kind', from: '"2027-04-20"', to: '"2027-04-20\'', id: 'yaml-quote-open', at: '¦"2027-04-20' },
	{ name: 'curly quotation marks', from: '"2027-04-20"', to: '“2027-04-20”', id: 'date-shape', at: '¦“2027' },
	{ name: 'quotation marks inside others', from: 'We also collect your telephone number.', to: '"We say "telephone" now."', id: 'yaml-quote-inside', at: '"We say ¦"tel' },
	{ name: 'a colon inside the words', from: 'We also collect your', to: 'One thing: we collect your', id: 'yaml-colon-in-words', at: 'One thing¦:' },
	{ name: 'a tab as indentation', from: '    what:', to: '\twhat:', id: 'yaml-tab', at: '¦\twhat', byHand: true },
	{ name: 'a line indented too little', from: '    what:', to: '   what:', id: 'yaml-indent', at: '   ¦what' },
	{ name: 'a line indented too much', from: '    what:', to: '      what:', id: 'yaml-indent', at: '      ¦what' },
	{ name: 'no blank behind a dash', from: '- clause:', to: '-clause:', id: 'yaml-dash-blank', at: '-¦clause' },
	{ name: 'words that start with @', from: 'what: We also', to: 'what: @ We also', id: 'yaml-first-character', at: 'what: ¦@' },
	{ name: 'words that start with a bracket', from: 'what: We also', to: 'what: [new] We also', id: 'yaml-first-character', at: 'what: ¦[new]' },
	{ name: 'words that start with a star', from: 'what: We also', to: 'what: **We** also', id: 'yaml-first-character', at: 'what: ¦**We' },
	{ name: 'words behind a #', from: 'your telephone number.\n', to: 'your number #2 too.\n', id: 'yaml-hash', at: 'number ¦#2' },
	{ name: 'an unknown kind', from: 'kind: material', to: 'kind: minor', id: 'kind-unknown', at: 'kind: ¦minor', byHand: true },
	{ name: 'a kind in capitals', from: 'kind: material', to: 'kind: Material', id: 'kind-unknown', at: 'kind: ¦Material' },
	{ name: 'a misspelt kind', from: 'kind: material', to: 'kind: materiel', id: 'kind-unknown', at: 'kind: ¦materiel' },
	{ name: 'a day before its month', from: '"2027-04-20"', to: '20/04/2027', id: 'date-shape', at: ': ¦20/04' },
	{ name: 'a day in words', from: '"2027-04-20"', to: '20 April 2027', id: 'date-shape', at: ': ¦20 April' },
	{ name: 'a date without noughts', from: '"2027-04-20"', to: '2027-4-20', id: 'date-shape', at: ': ¦2027-4' },
	{ name: 'a day that never comes', from: '"2027-04-20"', to: '"2027-02-30"', id: 'date-never', at: ': ¦"2027-02-30', byHand: true },
	{ name: 'a month that never comes', from: '"2027-04-20"', to: '"2027-13-20"', id: 'date-never', at: ': ¦"2027-13', byHand: true },
	{ name: 'no date', from: 'announced: "2027-04-20"', to: 'announced:', id: 'value-empty', at: '¦announced', byHand: true },
	{ name: 'changes that are no list', from: /* the whole list */ 'changes:\n  - clause: collection\n    what: We also collect your telephone number.\n    why: The form asks for it.\n  - clause: contact\n    what: You can come to see us.\n    why: Readers asked.', to: 'changes: none', id: 'value-shape', at: 'changes: ¦none', byHand: true },
	{ name: 'a note without a reason', from: '    why: The form asks for it.\n', to: '', id: 'key-missing', at: '- ¦clause', byHand: true },
	{ name: 'a note with a misspelt key', from: '    why:', to: '    wy:', id: 'key-misspelt', at: '¦wy:' },
	{ name: 'a note with an empty reason', from: 'why: The form asks for it.', to: 'why: ""', id: 'value-empty', at: '¦why', byHand: true },
	{ name: 'an id with #', from: 'clause: collection', to: 'clause: "#collection"', id: 'clause-name', at: 'clause: ¦"#' },
	{ name: 'an id in capitals', from: 'clause: collection', to: 'clause: Collection', id: 'clause-name', at: 'clause: ¦Coll' },
	{ name: 'an announcement after the day', from: '"2027-04-20"', to: '"2027-06-02"', id: 'announced-late', at: ': ¦"2027-06-02', byHand: true },
	{ name: 'too short a notice', from: '"2027-04-20"', to: '"2027-05-20"', id: 'notice-short', at: ': ¦"2027-05-20' },
	{ name: 'the announcement of the version before', from: '"2027-04-20"', to: '"2026-12-15"', id: 'announced-copied', at: ': ¦"2026-12-15', byHand: true },
	{ name: 'an announcement before that of the version before', from: '"2027-04-20"', to: '"2026-12-01"', id: 'announced-before', at: ': ¦"2026-12-01', byHand: true },
	{ name: 'a second first version', from: 'kind: material', to: 'kind: first', id: 'kind-first', at: 'kind: ¦first' },
	{ name: 'urgent without a reason', from: 'kind: material', to: 'kind: material\nurgent:', id: 'value-empty', at: '¦urgent', byHand: true },
	{ name: 'urgent that is not', from: 'kind: material', to: 'kind: material\nurgent: The law changes.', id: 'urgent-idle', at: '¦urgent', byHand: true },
];

const inRegistry: readonly Row[] = [
	{ name: 'a misspelt title', from: 'title:', to: 'titel:', id: 'key-misspelt', at: '¦titel' },
	{ name: 'no title', from: 'title: Privacy policy\n', to: '', id: 'key-missing', at: '¦description', byHand: true },
	{ name: 'an empty title', from: 'title: Privacy policy', to: 'title:', id: 'value-empty', at: '¦title', byHand: true },
	{ name: 'a short description', from: /* a part of it */ 'How this invented company uses what you tell it, how long it keeps it, and what you can ask.', to: 'Our policy.', id: 'description-length', at: ': ¦Our policy', byHand: true },
	{ name: 'a lead time in words', from: 'leadTimeDays: 30', to: 'leadTimeDays: 30 days', id: 'lead-time', at: ': ¦30 days' },
	{ name: 'a lead time in quotation marks', from: 'leadTimeDays: 30', to: 'leadTimeDays: "30"', id: 'lead-time', at: ': ¦"30"' },
	{ name: 'a lead time below nought', from: 'leadTimeDays: 30', to: 'leadTimeDays: -3', id: 'lead-time', at: ': ¦-3', byHand: true },
	{ name: 'a bracket that is not closed', from: 'about: { since: "2026-11-23" }', to: 'about: { since: "2026-11-23"', id: 'yaml-bracket', at: 'about: ¦{' },
	{ name: 'no comma between two facts', from: '"2026-11-23", removed', to: '"2026-11-23" removed', id: 'yaml-comma', at: '¦removed' },
	{ name: 'a clause twice', from: '  backups:', to: '  about: { since: "2026-11-23" }\n  backups:', id: 'key-twice', at: '¦about: { since: "2026-11-23" }\n  backups', byHand: true },
	{ name: 'an id with a blank', from: '  about:', to: '  about us:', id: 'clause-name', at: '¦about us:', byHand: true },
	{ name: 'a misspelt since', from: 'backups: { since', to: 'backups: { sinse', id: 'key-misspelt', at: 'backups: { ¦sinse' },
	{ name: 'a date of another shape', from: 'backups: { since: "2026-11-23" }', to: 'backups: { since: 23.11.2026 }', id: 'date-shape', at: 'since: ¦23.11' },
	{ name: 'a colon in the description', from: 'ask.', to: 'ask: all of it.', id: 'yaml-colon-in-words', at: 'ask¦:' },
];

const inHome: readonly Row[] = [
	{ name: 'a page without a title', from: 'title: An invented company\n', to: '', id: 'key-missing', at: '¦description', byHand: true },
	{ name: 'a page with a misspelt description', from: 'description:', to: 'desciption:', id: 'key-misspelt', at: '¦desciption' },
	{ name: 'a page with a long description', from: 'get in touch with it.', to: `get in touch with it, ${'and more, '.repeat(10)}.`, id: 'description-length', at: ': ¦The policies', byHand: true },
	{ name: 'a page with a colon in its title', from: 'title: An', to: 'title: Us: an', id: 'yaml-colon-in-words', at: 'Us¦:' },
	{ name: 'a page with an unknown key', from: 'title:', to: 'layout: page\ntitle:', id: 'key-unknown', at: '¦layout', byHand: true },
	{ name: 'a page without its last line of dashes', from: 'with it.\n---', to: 'with it.', id: 'front-matter-open', at: '¦<Lead>' },
];

/** Mistakes in front matter and in `policy.yaml`. */
export const frontMatter: readonly Mistake[] = [
	...inDraft.map(inside(draft)),
	...inRegistry.map(inside(registry)),
	...inHome.map(inside(home)),
	{
		...{ name: 'the oldest version is not the first', id: 'kind-oldest', at: 'kind: ¦material' },
		file: 'src/content/policies/cookies/2027-09-01.mdx',
		change: all(
			add('src/content/policies/cookies/policy.yaml', 'title: Cookies\ndescription: What cookies this invented company would set, if it ever set any, and for how long.\nleadTimeDays: 30\nclauses:\n  none: { since: "2027-09-01" }\n'),
			add('src/content/policies/cookies/2027-09-01.mdx', '---\nkind: material\n---\n\n## None {/* #none */}\n\nWe set none.\n'),
		),
	},
	{
		...{ name: 'a draft whose day is over', id: 'draft-passed', at: '¦kind', byHand: true },
		file: 'src/content/policies/privacy/2027-02-20.mdx',
		change: all(edit(draft, 'announced: "2027-04-20"\n', ''), rename(draft, 'src/content/policies/privacy/2027-02-20.mdx')),
	},
];
