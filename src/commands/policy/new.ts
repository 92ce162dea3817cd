import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inWords, plusDays } from '#src/policies/versions/dates.ts';
import type { Policy } from '#src/policies/versions/versions.ts';
import { writeWhole } from '#src/policies/versions/write-whole.ts';
import { isoDate, readArguments } from './arguments.ts';
import { startPolicy } from './new-policy.ts';
import { type Change, head, readChange } from './new-version.ts';
import { findPolicy, folderIn } from './policies.ts';
import { type Subcommand, type Terminal, UsageError } from './subcommand.ts';

const options = {
	kind: { type: 'string' },
	announced: { type: 'string' },
	urgent: { type: 'string' },
	change: { type: 'string', multiple: true },
	title: { type: 'string' },
	description: { type: 'string' },
} as const;

/** Starts a version of a policy, or a policy. */
export const newVersion: Subcommand = {
	usage: 'new <policy> <date>',
	words: 'Starts a version that applies from a day, or a new policy.',
	help: `It copies the version before that day to <policy>/<date>.mdx, with the notes to fill in. The copy is a draft until it
has the line “announced”. Nothing that exists is written over.

  --kind <kind>            material (people may rely on it; the default) or editorial (only the wording)
  --announced <date>       the day on which people are told; without it the version is a draft
  --urgent <reason>        why a material version comes sooner than the policy’s notice. Readers see it
  --change "<clause> | <what> | <why>"    a note on a clause that changes; once for each
  --title <title>          starts a policy that is not there yet, with --description (50 to 160 characters)

  npm run policy -- new privacy 2027-06-15
  npm run policy -- new privacy 2027-06-15 --kind editorial --announced 2027-06-15
  npm run policy -- new privacy 2027-06-15 --change "retention | We keep bills for seven years. | Tax law changed."

It ends with 0 when the file is written.`,
	async run(args, terminal) {
		const { values, positionals } = readArguments(args, { options, words: 2 });
		const [slug = '', given = ''] = positionals;
		const folder = folderIn(terminal);
		if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug))
			throw new UsageError('Name a policy and a day, such as: new privacy 2027-06-01');
		const date = isoDate(given, 'day');
		const { title, description } = values;
		if (title !== undefined)
			return startPolicy({ folder, slug, date, title, description }, terminal);
		if (description !== undefined) throw new UsageError('--description goes with --title.');
		const policy = findPolicy(folder, slug);
		const facts = readFacts(values, policy);
		return startVersion({ folder, policy, date, ...facts }, terminal);
	},
};

interface Facts {
	readonly kind: 'material' | 'editorial';
	readonly announced?: string;
	readonly urgent?: string;
	readonly changes: readonly Change[];
}

interface Given {
	readonly kind?: string | undefined;
	readonly announced?: string | undefined;
	readonly urgent?: string | undefined;
	readonly change?: readonly string[] | undefined;
}

function readFacts(
	{ kind = 'material', announced, urgent, change = [] }: Given,
	{ versions }: Policy,
): Facts {
	if (kind !== 'material' && kind !== 'editorial')
		throw new UsageError(`“${kind}” is no kind: write material or editorial.`);
	if (kind === 'editorial' && (change.length > 0 || urgent !== undefined))
		throw new UsageError('An editorial version has no changes to tell, and is never urgent.');
	if (announced !== undefined) isoDate(announced, 'day of announcement');
	const ids = versions.at(-1)?.document.map(({ id }) => id) ?? [];
	return {
		kind,
		changes: change.map((text) => readChange(text, ids)),
		...(announced !== undefined && { announced }),
		...(urgent !== undefined && { urgent }),
	};
}

interface Start extends Facts {
	readonly folder: string;
	readonly policy: Policy;
	readonly date: string;
}

function startVersion(start: Start, { print }: Terminal): 0 {
	const { folder, policy, date, announced } = start;
	const { slug, versions, leadTimeDays } = policy;
	const file = join(folder, slug, `${date}.mdx`);
	if (existsSync(file)) throw new UsageError(`${file} is there already. Name another day.`);
	const base = versions.findLast((version) => version.date < date);
	if (!base)
		throw new UsageError(
			`No version of ${slug} comes before ${date}. The oldest is of ${versions[0]?.date}.`,
		);
	const body = withoutFrontMatter(readFileSync(join(folder, slug, `${base.date}.mdx`), 'utf8'));
	const earliest = plusDays(date, -leadTimeDays);
	const [clause] = base.document;
	writeWhole(
		file,
		head({ ...start, earliest, summary: base.summary, example: clause?.id ?? 'contact' }) + body,
	);
	print(
		`Wrote ${file}, a copy of the version of ${inWords(base.date)}${base.announced ? '' : ' (a draft)'}.`,
	);
	for (const step of steps(start, earliest)) print(`  - ${step}`);
	const later = versions.filter((version) => version.date > date).map((version) => version.date);
	if (announced === undefined) print('It is a draft: only editors and previews show it.');
	if (later.length > 0)
		print(`Later versions do not know your changes. Bring them into: ${later.join(', ')}`);
	return 0;
}

/** What is left for the editor to do. */
function steps({ kind, announced, changes, date, policy }: Start, earliest: string): string[] {
	const told =
		kind === 'material'
			? `Say on which day people are told: announced, at the latest "${earliest}" (${policy.leadTimeDays} days ahead).`
			: `Say on which day people are told: announced, at the latest "${date}".`;
	return [
		'Change the words.',
		...(kind === 'material' && changes.length === 0
			? ['Say what changes and why: changes, one entry for each clause.']
			: []),
		...(announced === undefined ? [told] : []),
		'Run: npm run policy -- check',
	];
}

const withoutFrontMatter = (source: string): string =>
	source.replace(/^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*\r?\n/, '').replaceAll('\r\n', '\n');
