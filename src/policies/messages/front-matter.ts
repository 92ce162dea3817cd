import type { Messages } from './message.ts';

/** Mistakes in what front matter and `policy.yaml` say. */
export const frontMatter = {
	'front-matter-missing': {
		says: 'The file does not start with a line of three dashes and what belongs under it.',
		cure: 'Start the file with ---, then the lines that describe it, then --- again.',
		wrong: 'kind: material\n---',
		right: '---\nkind: material\n---',
	},
	'front-matter-first': {
		says: 'Something stands before the three dashes that start the file.',
		cure: 'Take out all that stands before them.',
		wrong: '\n---\nkind: material\n---',
		right: '---\nkind: material\n---',
	},
	'front-matter-fence': {
		says: 'This line is not made of exactly three dashes.',
		cure: 'Write --- and nothing else.',
		wrong: '--\nkind: material\n---',
		right: '---\nkind: material\n---',
	},
	'front-matter-open': {
		says: 'The line of three dashes that ends the description of the file is missing before this one.',
		cure: 'Put a line with --- here.',
		wrong: '---\nkind: material\n\n## Fees {/* #fees */}',
		right: '---\nkind: material\n---\n\n## Fees {/* #fees */}',
	},
	'date-shape': {
		says: '‹value› is not a date as it is written here.',
		cure: 'Write the year, the month and the day: ‹fixed›',
		wrong: 'announced: 23/11/2026',
		right: 'announced: "2026-11-23"',
	},
	'date-never': {
		says: 'There is no such day as ‹value›.',
		cure: 'Write a day that is in the calendar.',
		wrong: 'announced: "2027-02-30"',
		right: 'announced: "2027-02-28"',
	},
	'kind-unknown': {
		says: '‹value› is not a kind of version.',
		cure: 'Write ‹fixed›. The kinds are: first (the oldest version), material (it changes what people may rely on), editorial (it changes only how it is said).',
		wrong: 'kind: minor',
		right: 'kind: editorial',
	},
	'clause-name': {
		says: '‹value› cannot be the id of a clause: ids are small letters, digits and hyphens, and start with a letter.',
		cure: 'Write ‹fixed›.',
		wrong: 'clause: "#Retention"',
		right: 'clause: retention',
	},
	'description-length': {
		says: 'The description has ‹count› characters.',
		cure: 'Write between 50 and 160 of them: search engines show a sentence or two.',
		wrong: 'description: Our policy.',
		right:
			'description: How we use what you tell us, how long we keep it, and what you can ask of us.',
	},
	'lead-time': {
		says: '‹value› is not a number of days.',
		cure: 'Write a whole number without quotation marks, such as 30.',
		wrong: 'leadTimeDays: "30 days"',
		right: 'leadTimeDays: 30',
	},
	'announced-late': {
		says: 'It is announced on ‹announced›, after the day from which it applies (‹date›).',
		cure: 'Announce it on or before that day, or name the file by a later one.',
		wrong: 'announced: "2027-06-02" in 2027-06-01.mdx',
		right: 'announced: "2027-05-01"',
	},
	'notice-short': {
		says: 'People are told of a material version ‹days› days ahead, and ‹date› is too soon for that.',
		cure: 'Name the file by ‹earliest› or a later day, announce it by ‹latest›, or say why it cannot wait: urgent: "…".',
		wrong: 'announced: "2027-05-20" in 2027-06-01.mdx, with leadTimeDays: 30',
		right: 'announced: "2027-05-01"',
	},
	'announced-copied': {
		says: 'The version of ‹other› was announced on this very day: the date looks copied.',
		cure: 'Write the day on which people are told of this version, or take the line out to keep it a draft.',
		wrong: 'announced: "2026-11-23" in the second version too',
		right: 'announced: "2027-04-20"',
	},
	'announced-before': {
		says: 'It would be announced before the version of ‹other›, which comes first and was announced on ‹day›.',
		cure: 'Write a day after ‹day›.',
		wrong: 'announced: "2026-01-02", while the version before says "2026-11-23"',
		right: 'announced: "2027-04-20"',
	},
	'kind-first': {
		says: 'Only the oldest version is kind: first, and this is not the oldest.',
		cure: 'Write material if it changes what people may rely on, editorial if it changes only how it is said.',
		wrong: 'kind: first',
		right: 'kind: material',
	},
	'kind-oldest': {
		says: 'This is the oldest version of the policy, and it is not kind: first.',
		cure: 'Write kind: first.',
		wrong: 'kind: material',
		right: 'kind: first',
	},
	'draft-passed': {
		says: 'This draft would apply from ‹date›, and that day is over. Nobody was told of it.',
		cure: 'Name the file by a later day, or take it out.',
		wrong: '2026-01-05.mdx without announced, on 1 March 2026',
		right: '2026-06-01.mdx',
		byTime: true,
	},
	'urgent-idle': {
		says: 'It says why it is urgent, but it gives the full notice, so readers would see a reason for nothing.',
		cure: 'Take the line “urgent” out.',
		wrong: 'announced: "2026-11-23"\nurgent: The law changes. (in 2027-06-01.mdx)',
		right: 'announced: "2026-11-23"',
		severity: 'warning',
	},
} as const satisfies Messages;
