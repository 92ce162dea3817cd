import {
	add,
	all,
	draft,
	edit,
	lockFile,
	type Mistake,
	published,
	registry,
	remove,
	rename,
} from '../change.ts';

const inDraft = (
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
const inRegistry = (
	name: string,
	from: string,
	to: string,
	id: string,
	at: string,
	byHand?: true,
): Mistake => ({
	...{ name, id, at, file: registry, change: edit(registry, from, to) },
	...(byHand && { byHand }),
});
const editorial = edit(draft, 'kind: material', 'kind: editorial');
const noNotes = edit(
	draft,
	/* all of them */ 'changes:\n  - clause: collection\n    what: We also collect your telephone number.\n    why: The form asks for it.\n  - clause: contact\n    what: You can come to see us.\n    why: Readers asked.\n',
	'',
);
const noItem = all(
	edit(draft, '- your telephone number;\n', ''),
	edit(draft, 'You can come to see us. See', 'See'),
);

const backups = 'backups: { since: "2026-11-23" }';
const ended = 'backups: { since: "2026-11-23", removed: "2027-06-01" }';
const backupsMerged = all(
	edit(draft, '### Backups {/* #backups */}\n\nA backup is gone after 90 days.\n\n', ''),
	edit(draft, '| Kind |', 'A backup is gone after 90 days.\n\n| Kind |'),
	edit(
		draft,
		'  - clause: contact',
		'  - clause: backups\n    what: It stands with the rest now.\n    why: Readers looked for it there.\n  - clause: retention\n    what: It tells of backups now.\n    why: Readers looked for it there.\n  - clause: contact',
	),
);

/** Of the clause #retention in the draft. */
const retentionFingerprint = '44dd0507d924';

/** A summary of one line that rests on a clause, with a line in which it differs. */
function inSummary(name: string, line: string, id: string, at: string, byHand?: true): Mistake {
	const own = line.startsWith('clauses')
		? `${line}\n    fingerprint: "${retentionFingerprint}"`
		: `clauses: [retention]\n    ${line}`;
	const summary = `summary:\n  - says: We keep it for six years.\n    ${own}\nkind:`;
	const change = edit(draft, 'kind:', summary);
	return { name, id, at, file: draft, change, ...(byHand && { byHand }) };
}

/** An editorial version in which one thing changed. */
const slight = (name: string, from: string, to: string, id: string, at: string): Mistake => ({
	...{ name, id, at, file: draft, byHand: true },
	change: all(editorial, noNotes, noItem, edit(draft, from, to)),
});

/** Mistakes in the ids of clauses, between versions and against what was published. */
export const clauses: readonly Mistake[] = [
	inDraft('a lost id', ' {/* #retention */}', '', 'clause-id-lost', '¦## How long'),
	inDraft(
		'a changed id',
		'{/* #retention */}',
		'{/* #retaining */}',
		'clause-id-changed',
		'#¦retaining',
	),
	inDraft(
		'an id in capitals',
		'{/* #retention */}',
		'{/* #Retention */}',
		'clause-id-shape',
		'#¦Retention',
	),
	inDraft(
		'an id with an underline',
		'{/* #retention */}',
		'{/* #reten_tion */}',
		'clause-id-shape',
		'#¦reten_',
	),
	inDraft(
		'an id without #',
		'{/* #retention */}',
		'{/* retention */}',
		'clause-id-lost',
		'it ¦{/* ret',
	),
	inDraft(
		'an id twice',
		'{/* #retention */}',
		'{/* #collection */}',
		'clause-id-twice',
		'it {/* #¦collection',
	),
	inDraft(
		'two ids',
		'{/* #retention */}',
		'{/* #retention */} {/* #keeping */}',
		'clause-ids-two',
		'*/} {/* #¦keeping',
		true,
	),
	inDraft(
		'a new clause without an id',
		'## How to reach',
		'## Complaints\n\nTell us.\n\n## How to reach',
		'clause-nameless',
		'¦## Complaints',
		true,
	),
	inDraft(
		'a new clause that is not registered',
		'## How to reach',
		'## Complaints {/* #complaints */}\n\nTell us.\n\n## How to reach',
		'clause-unregistered',
		'#¦complaints',
		true,
	),
	inDraft(
		'a clause that ended',
		'## How to reach',
		'## Former names {/* #names */}\n\nWe had some.\n\n## How to reach',
		'clause-ended',
		'#¦names',
		true,
	),
	inDraft(
		'a clause that is gone',
		'### Backups {/* #backups */}\n\nA backup is gone after 90 days.\n\n',
		'',
		'clause-lost',
		'¦## How to reach',
		true,
	),
	inDraft(
		'a heading without its marks',
		'### Backups {',
		'Backups {',
		'clause-heading-lost',
		'¦Backups {',
	),
	inDraft(
		'a heading that is gone',
		'### Backups {/* #backups */}\n\n',
		'',
		'clause-heading-lost',
		'¦A backup is',
	),
	inDraft(
		'an anchor that is nobody’s',
		'90 days.',
		'90 days. {/* #nams */}',
		'anchor-stranger',
		'#¦nams',
	),
	inDraft(
		'words before the first clause',
		'## About us',
		'Hello.\n\n## About us',
		'text-first',
		'¦Hello.',
		true,
	),
	inRegistry(
		'a clause taken out',
		'  backups: { since: "2026-11-23" }\n',
		'',
		'clause-taken-out',
		'¦clauses:',
	),
	inRegistry('a misspelt clause', '  backups:', '  backps:', 'clause-nowhere', '¦backps'),
	inRegistry(
		'a wrong since',
		'backups: { since: "2026-11-23" }',
		'backups: { since: "2027-02-01" }',
		'since-wrong',
		'backups: { since: ¦"2027',
	),
	inRegistry(
		'a removed that comes too early',
		'removed: "2027-02-01"',
		'removed: "2026-11-01"',
		'removed-early',
		'removed: ¦"2026',
		true,
	),
	inRegistry(
		'a wrong removed',
		'removed: "2027-02-01"',
		'removed: "2027-03-01"',
		'removed-wrong',
		'removed: ¦"2027-03',
	),
	inRegistry(
		'a removed that is missing',
		', removed: "2027-02-01", see: [about], note: Nobody asked for it. }',
		' }',
		'removed-missing',
		'¦names',
	),
	inSummary('a summary of no clause', 'clauses: [retentoin]', 'summary-stranger', '[¦retentoin'),
	inSummary('a line of a summary that nobody read', '', 'summary-unread', 'says: ¦We', true),
	inSummary(
		'a line of a summary that was written for other words',
		'fingerprint: "0123456789ab"',
		'summary-stale',
		'fingerprint: ¦"0123',
		true,
	),
	{
		name: 'a clause that was merged into another, and does not lead there',
		id: 'see-untold',
		at: 'removed: ¦"2027-06-01"',
		file: registry,
		change: all(backupsMerged, edit(registry, backups, ended)),
	},
	inRegistry('see to nowhere', 'see: [about]', 'see: [abuot]', 'see-nowhere', 'see: [¦abuot'),
	inRegistry('see to itself', 'see: [about]', 'see: [names]', 'see-removed', 'see: [¦names', true),
	inRegistry(
		'see where nothing ended',
		'about: { since: "2026-11-23" }',
		'about: { since: "2026-11-23", see: [contact] }',
		'removed-words',
		'¦see: [contact',
		true,
	),
	inRegistry(
		'a clause that nobody has',
		'  contact:',
		'  complaints: { since: "2026-11-23" }\n  contact:',
		'clause-nowhere',
		'¦complaints',
		true,
	),
	{
		...{
			name: 'a note that is missing',
			id: 'note-missing',
			file: draft,
			at: '¦Use the form. We keep',
			byHand: true,
		},
		change: edit(draft, 'We keep your data for six', 'Use the form. We keep your data for six'),
	},
	{
		...{
			name: 'a note where nothing changed',
			id: 'note-idle',
			file: draft,
			at: 'clause: ¦about',
			byHand: true,
		},
		change: edit(
			draft,
			'changes:',
			'changes:\n  - clause: about\n    what: It says more.\n    why: It was short.',
		),
	},
	{
		...{
			name: 'a note on a clause that nobody has',
			id: 'note-stranger',
			file: draft,
			at: 'clause: ¦colection',
		},
		change: edit(draft, 'clause: collection', 'clause: colection'),
	},
	{
		...{
			name: 'two notes on a clause',
			id: 'note-twice',
			file: draft,
			at: 'it.\n  - clause: ¦collection',
			byHand: true,
		},
		change: edit(
			draft,
			'asks for it.\n',
			'asks for it.\n  - clause: collection\n    what: It says more.\n    why: It was short.\n',
		),
	},
	{
		...{
			name: 'a copy of the version before',
			id: 'version-same',
			file: draft,
			at: 'kind: ¦material',
			byHand: true,
		},
		change: all(noItem, noNotes),
	},
	slight(
		'an editorial change of must',
		'We must tell',
		'We may tell',
		'editorial-term',
		'We ¦may tell',
	),
	slight('an editorial change of a number', '30 days', '60 days', 'editorial-term', '¦60 days'),
	slight(
		'an editorial negation',
		'We may keep',
		'We may not keep',
		'editorial-term',
		'We ¦may not keep',
	),
	slight(
		'an editorial item of a list',
		'- what you ask us.',
		'- your address;\n- what you ask us.',
		'editorial-term',
		'- ¦your address',
	),
	slight(
		'an editorial clause less',
		'### Backups {/* #backups */}\n\nA backup is gone after 90 days.\n\n',
		'',
		'editorial-clause',
		'kind: ¦editorial',
	),
	{
		...{
			name: 'an editorial version with notes',
			id: 'editorial-notes',
			file: draft,
			at: '¦changes',
			byHand: true,
		},
		change: all(editorial, noItem, edit(draft, 'runs this service', 'runs the service')),
	},
	{
		...{
			name: 'words of before that come back',
			id: 'undone',
			file: draft,
			at: '¦We keep your data',
			byHand: true,
		},
		change: edit(draft, ' Letters on paper are shredded.', ''),
	},
	{
		...{
			name: 'a published word that changed',
			id: 'published-changed',
			file: published,
			at: 'for ¦seven years',
		},
		change: edit(published, 'for six years', 'for seven years'),
	},
	{
		...{
			name: 'a published sentence that went',
			id: 'published-changed',
			file: published,
			at: '¦six years.',
			byHand: true,
		},
		change: edit(published, ' We may keep it for longer if the law says so.', ''),
	},
	{
		...{
			name: 'a published announcement that changed',
			id: 'published-announced',
			file: published,
			at: 'announced: ¦"2026',
		},
		change: edit(published, '"2026-11-23"', '"2026-11-22"'),
	},
	{
		...{
			name: 'a published version that is gone',
			id: 'published-gone',
			file: 'src/content/policies/acceptable-use/2026-11-23.mdx',
			byHand: true,
		},
		change: all(
			remove('src/content/policies/acceptable-use/2026-11-23.mdx'),
			add(
				'src/content/policies/acceptable-use/2026-11-30.mdx',
				'---\nkind: first\n---\n\n## Lawful use {/* #lawful */}\n\nBe good.\n',
			),
		),
	},
	{
		...{
			name: 'a published version that was renamed',
			id: 'published-gone',
			file: 'src/content/policies/acceptable-use/2026-11-23.mdx',
			byHand: true,
		},
		change: rename(
			'src/content/policies/acceptable-use/2026-11-23.mdx',
			'src/content/policies/acceptable-use/2026-11-24.mdx',
		),
	},
	{
		...{ name: 'a lock with a comma too many', id: 'lock-broken', file: lockFile, byHand: true },
		change: edit(lockFile, '\t}\n}', '\t},\n}'),
		at: '\t},\n¦}',
	},
	{
		...{ name: 'a lock that is gone', id: 'lock-missing', file: lockFile, byHand: true },
		change: remove(lockFile),
	},
	{
		...{
			name: 'a lock that was edited',
			id: 'lock-entry',
			file: lockFile,
			at: '¦"acceptable-use@',
			byHand: true,
		},
		change: edit(lockFile, '"sha256": "', '"sha256": "0'),
	},
];
