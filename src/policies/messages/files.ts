import type { Messages } from './message.ts';

/** Files in the wrong place or under the wrong name, and mistakes that pages alone can have. */
export const files = {
	'file-ending': {
		says: 'Files that end with ‹ending› are not read, so nothing of this would be seen.',
		cure: 'Rename it to ‹fixed›',
		wrong: 'src/content/pages/contact.md',
		right: 'src/content/pages/contact.mdx',
	},
	'file-stray': {
		says: 'Nothing reads a file in this place.',
		cure: '‹cure›',
		wrong: 'src/content/policies/notes.txt',
		right: 'remarks inside the files: {/* such as this */}',
	},
	'file-beside': {
		says: 'A version stands in the folder of its policy, not beside the folders.',
		cure: 'Move it to ‹fixed›',
		wrong: 'src/content/policies/2027-06-01.mdx',
		right: 'src/content/policies/privacy/2027-06-01.mdx',
	},
	'file-date': {
		says: 'A version is named by the day from which it applies, and “‹name›” is not a day.',
		cure: 'Rename the file to ‹fixed›',
		wrong: '01-06-2027.mdx',
		right: '2027-06-01.mdx',
	},
	'file-empty': {
		says: 'The file is empty.',
		cure: 'Write what belongs into it, or take it out.',
		wrong: 'an empty 2027-06-01.mdx',
		right: 'a copy of the newest version',
	},
	'policy-facts-missing': {
		says: 'The policy “‹slug›” has no policy.yaml, so its title and its clauses are not known.',
		cure: 'Add ‹file› with title, description, leadTimeDays and clauses‹near›.',
		wrong: 'a folder with versions and nothing else',
		right: 'src/content/policies/privacy/policy.yaml',
	},
	'policy-versions-missing': {
		says: 'The policy “‹slug›” has no version, so nobody could read it.',
		cure: 'Add its first version, named by the day from which it applies.',
		wrong: 'a folder with policy.yaml and nothing else',
		right: 'src/content/policies/privacy/2026-11-23.mdx',
	},
	'policy-folder': {
		says: '“‹slug›” cannot be the address of a policy: addresses are small letters, digits and hyphens.',
		cure: 'Rename the folder to ‹fixed›',
		wrong: 'src/content/policies/Cookie Policy/',
		right: 'src/content/policies/cookies/',
	},
	'policy-address': {
		says: 'The address /‹slug›/ belongs to another page of the site.',
		cure: 'Give the folder another name.',
		wrong: 'src/content/policies/contact/',
		right: 'src/content/policies/contact-policy/',
	},
	'page-undrawn': {
		says: 'No page of the site draws this file, so nobody would see it.',
		cure: 'Rename it to one that is drawn (‹names›), or take it out.',
		wrong: 'src/content/pages/about.mdx',
		right: 'src/content/pages/home.mdx',
	},
	'page-missing': {
		says: 'The page ‹address› is drawn from this file, and it is not there.',
		cure: 'Bring the file back‹near›.',
		wrong: 'contact.mdx taken out or renamed',
		right: 'src/content/pages/contact.mdx',
	},
	'page-empty': {
		says: 'The page has no words.',
		cure: 'Write them below the line of dashes.',
		wrong: '---\ntitle: …\n---',
		right: '---\ntitle: …\n---\n\n<Lead>Our policies.</Lead>',
	},
	'component-unknown': {
		says: 'There is no <‹name›> on this page.',
		cure: 'Write one of: ‹names›.',
		wrong: '<Phone />',
		right: '<Phones />',
	},
	'component-prop': {
		says: '<‹name›> takes no “‹prop›”‹near›.',
		cure: 'Take it out‹keys›.',
		wrong: '<Phones colour="red" />',
		right: '<Phones />',
	},
	'component-lost': {
		says: 'The page would come without <‹name› />, and what it is for would be missing.',
		cure: 'Put <‹name› /> back.',
		wrong: 'contact.mdx without its form',
		right: '<ContactForm />',
	},
	'component-twice': {
		says: '<‹name› /> stands on this page twice.',
		cure: 'Keep one of the two.',
		wrong: '<ContactForm />\n\n<ContactForm />',
		right: '<ContactForm />',
	},
	'tag-unsafe': {
		says: 'A text holds no <‹name›>.',
		cure: 'Take it out.',
		wrong: '<script>…</script>',
		right: 'words',
	},
	'id-twice': {
		says: 'The id “‹id›” already stands on line ‹line›.',
		cure: 'Give this place another id.',
		wrong: '<section id="talk"> twice',
		right: '<section id="write"> and <section id="talk">',
	},
} as const satisfies Messages;
