import type { Messages } from './message.ts';

/** Mistakes in what a version means beside the one before it, and beside what was published. */
export const meaning = {
	'clause-relied-on': {
		says: '‹where› relies on ‹words› in #‹id› of the privacy policy, and the version of ‹date› does not hold that.',
		cure: 'Keep it in the clause, or change what relies on it first: it must be true of every version that readers are shown.',
		wrong: '## Access {/* #access-to-data */}',
		right: '## Access {/* #access */}',
	},
	'version-same': {
		says: 'This version says what the version of ‹other› says, word for word.',
		cure: 'Make the change that it is for, or take the file out.',
		wrong: 'a copy of the newest version, announced',
		right: 'a copy with the words that change',
	},
	'editorial-term': {
		says: 'An editorial version cannot change what people may rely on, and ‹what› changed in #‹id›.',
		cure: 'Call it kind: material and say under changes what changed and why, or bring the old words back.',
		wrong: 'kind: editorial, with “must” made “may”',
		right: 'kind: material',
	},
	'editorial-clause': {
		says: 'An editorial version cannot change what people may rely on, and #‹id› was ‹what›.',
		cure: 'Call it kind: material and say under changes what changed and why, or bring the old words back.',
		wrong: 'kind: editorial, with a new item in a list',
		right: 'kind: material',
	},
	'editorial-notes': {
		says: 'An editorial version has no changes to tell.',
		cure: 'Take “changes” out, or call it kind: material.',
		wrong: 'kind: editorial\nchanges:\n  - clause: fees …',
		right: 'kind: editorial',
	},
	undone: {
		says: 'The version of ‹date› ‹what›, and this version would undo that: it looks older than it.',
		cure: 'Write the clause as the version of ‹date› has it: “‹words›”. If it is meant to change again, say so under changes.',
		wrong: 'words of 2026-11-23 in a draft for 2027-06-01, although 2027-01-10 changed them',
		right: 'the words of 2027-01-10',
	},
	'published-changed': {
		says: 'People could read this version from ‹announced› on, so its words stay. ‹what›',
		cure: 'Write again: “‹was›”. To say something else, copy the newest version to a file named by the day from which the new words apply.',
		wrong: 'other words in a version that was published',
		right: 'a new version',
	},
	'published-clause': {
		says: 'People could read this version from ‹announced› on, so its words stay. ‹what›',
		cure: 'Undo that. To say something else, copy the newest version to a file named by the day from which the new words apply.',
		wrong: 'a clause more or less in a version that was published',
		right: 'a new version',
	},
	'published-announced': {
		says: 'This version was published as announced on ‹announced›, and that day cannot change.',
		cure: 'Write announced: "‹announced›"',
		wrong: 'announced: "2026-11-24"',
		right: 'announced: "2026-11-23"',
	},
	'published-gone': {
		says: '‹name› was published and its file is gone‹twin›.',
		cure: 'Bring the file back as it was: ‹file›',
		wrong: 'a published version taken out or renamed',
		right: 'the file under its own name',
	},
	'lock-missing': {
		says: 'The lock is not there, so nobody could tell what was published. It holds the words of ‹name›, for one.',
		cure: 'Bring the file back as it is on the production branch.',
		wrong: 'src/content/policies.lock.json taken out',
		right: 'the file as it was',
	},
	'lock-broken': {
		says: 'The lock cannot be read from here on. It holds what was published, and nobody edits it by hand.',
		cure: 'Bring the file back as it is on the production branch.',
		wrong: 'a comma too many',
		right: 'the file as it was',
	},
	'lock-entry': {
		says: 'What the lock says of “‹name›” is not what was published: it was edited by hand.',
		cure: 'Bring the file back as it is on the production branch.',
		wrong: '"sha256": "abc"',
		right: 'the file as it was',
	},
} as const satisfies Messages;
