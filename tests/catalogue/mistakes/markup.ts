import { register } from '#src/policies/check/meaning/relied-on.ts';
import { add, all, draft, edit, home, type Mistake, published, registry } from '../change.ts';

/** A mistake in a paragraph of its own in the draft, put right by hand. */
const paragraph = (name: string, words: string, id: string, at: string): Mistake => ({
	...{ name, id, at, file: draft, byHand: true },
	change: edit(draft, '\nWe collect usage data.', `\n${words}\n\nWe collect usage data.`),
});

const inDraft = (name: string, from: string, to: string, id: string, at: string): Mistake => ({
	...{ name, id, at, file: draft, byHand: true },
	change: edit(draft, from, to),
});

/** What a policy cannot hold, what is left to be filled in, and files without words. */
export const markup: readonly Mistake[] = [
	paragraph('four blanks at the start of a line', '    Write to us.', 'code', '¦    Write to us.'),
	paragraph('a number that is left out', '1. One.\n3. Three.', 'list-order', '¦3. Three'),
	paragraph('a box to tick', '- [ ] I agree', 'list-box', '¦- [ ] I agree'),
	paragraph('a heading in a list', '- ## Your rights', 'heading-inside', '- ¦## Your rights'),
	paragraph('a footnote that is not written', 'See.[^1]', 'note-unwritten', 'See.¦[^1]'),
	paragraph('a footnote that is not used', '[^1]: Its words.', 'name-unused', '¦[^1]: Its'),
	paragraph(
		'a footnote that is written twice',
		'See.[^1]\n\n[^1]: One.\n\n[^1]: Two.',
		'name-twice',
		'¦[^1]: Two',
	),
	paragraph(
		'a link with a title',
		'[Rules](/acceptable-use/ "Our rules")',
		'link-title',
		'¦[Rules](/acceptable-use/ "',
	),
	paragraph('an id that stands alone', '{/* #renewals */}', 'anchor-alone', '¦{/* #renewals'),
	paragraph('words struck out by one tilde', 'One~two~three.', 'markup-other', 'One¦~two'),
	paragraph('a brace that closes nothing', 'Ten} days.', 'brace-loose', 'Ten¦} days'),
	paragraph(
		'a picture of another site',
		'![A plan](https://example.com/plan.png)',
		'image-outside',
		'plan](¦https',
	),
	paragraph('a link that says “here”', 'Click [here](/acceptable-use/).', 'link-vague', '¦[here]'),
	inDraft(
		'a number sign in a sentence of the changes',
		'collect your telephone number.',
		'collect clause # 4 too.',
		'yaml-hash',
		'clause ¦# 4',
	),
	inDraft(
		'a change that is still to be described',
		'what: We also collect your telephone number.',
		'what: TODO',
		'placeholder',
		'what: ¦TODO',
	),
	inDraft(
		'a quotation mark at the end alone',
		'what: You can come to see us.',
		'what: You can come: see us."',
		'yaml-quote-missing',
		'what: ¦You can come: see us."',
	),
	{
		name: 'a note that is still to be written',
		change: edit(registry, 'note: Nobody asked for it.', 'note: TBC'),
		id: 'placeholder',
		file: registry,
		at: 'note: ¦TBC',
		byHand: true,
	},
	{
		name: 'a clause of the draft that only policy.yaml knows',
		change: edit(registry, '  contact: {', '  complaints: { since: "2027-06-01" }\n  contact: {'),
		id: 'clause-lost-new',
		file: draft,
		at: '¦Write to Claranet Limited',
		byHand: true,
	},
	{
		name: 'the clauses of a published version in another order',
		change: (files) => {
			const text = files[published] ?? '';
			const [, before = '', about = '', collection = '', after = ''] =
				/^([\s\S]*?)(## About us[\s\S]*?)(## What we collect[\s\S]*?)(## How long[\s\S]*)$/.exec(
					text,
				) ?? [];
			files[published] = before + collection + about + after;
		},
		id: 'published-clause',
		file: published,
		at: '¦## How to reach us',
		byHand: true,
	},
	{
		name: 'a file without anything in it',
		change: add('src/content/policies/privacy/2027-07-01.mdx', ''),
		id: 'file-empty',
		file: 'src/content/policies/privacy/2027-07-01.mdx',
		byHand: true,
	},
	{
		name: 'a page without words',
		change: all((files) => {
			files[home] = (files[home] ?? '').replace(/(\n---\n)[\s\S]*$/, '$1');
		}),
		id: 'page-empty',
		file: home,
		at: 'it.\n--¦-',
		byHand: true,
	},
	{
		name: 'a clause that the register rests on, without its words',
		change: all(
			add(
				register,
				"const rests = {\n\tclause: 'retention',\n\tquote: 'We keep your data for six years',\n};\n",
			),
			edit(draft, 'We keep your data for six years', 'We keep your data for seven years'),
		),
		id: 'clause-relied-on',
		file: draft,
		at: '¦## How long we keep it',
		byHand: true,
	},
	{
		name: 'a page that quotes a clause of the policy in force that it does not have',
		change: all(
			edit(home, '<Phones />', '<Phones />\n\n<InForce clause="access" />'),
			edit('src/pages/index.astro', 'entry="home"', 'entry="home" components={{ InForce }}'),
			edit(draft, 'announced: "2027-04-20"\n', ''),
		),
		id: 'clause-relied-on',
		file: home,
		at: '¦<InForce clause',
		byHand: true,
	},
];
