import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extended, writeLock } from '#src/policies/versions/lock.ts';
import { readFolder } from '#src/policies/read.ts';
import { plusDays } from '#src/policies/versions/dates.ts';

/** How much to make up: policies, the versions of each, and the clauses of each version. */
export interface Size {
	readonly policies: number;
	readonly versions: number;
	readonly clauses: number;
}

/** Numbers from 0 up to 1, the same for the same seed (Mulberry32). */
export function numbersFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const vocabulary =
	'we you may must not keep share collect personal data service account notice request law purpose contract consent address company customer period access copy payment security cookie site record third party right object change transfer retention months days written reasonable process legal interest'.split(
		' ',
	);

/** Writes policies of about 100 words a clause, with their lock, into `folder`. */
export function writePolicies(folder: string, { policies, versions, clauses }: Size): void {
	const random = numbersFrom(20261123);
	for (let policy = 0; policy < policies; policy++) {
		const slug = `policy-${policy}`;
		const words = Array.from({ length: clauses }, () => clauseWords(random));
		mkdirSync(join(folder, slug), { recursive: true });
		for (let version = 0; version < versions; version++) {
			const changed = version > 0 ? version % clauses : undefined;
			if (changed !== undefined) words[changed] = edited(words[changed] ?? [], version);
			writeFileSync(join(folder, slug, `${dateOf(version)}.mdx`), fileOf(words, version, changed));
		}
		writeFileSync(join(folder, slug, 'policy.yaml'), factsOf(policy, clauses));
	}
	writeLock(folder, extended({}, readFolder(folder).policies, '2026-11-23'));
}

const dateOf = (version: number): string => plusDays('2020-01-01', version * 100);

/** Three paragraphs and a list. */
function clauseWords(random: () => number): string[] {
	const sentence = () => {
		const words = Array.from(
			{ length: 8 + Math.floor(random() * 10) },
			() => vocabulary[Math.floor(random() * vocabulary.length)] ?? 'data',
		);
		return `In this case ${words.join(' ')}.`;
	};
	const items = [sentence(), sentence(), sentence()].map((words) => `- ${words}`).join('\n');
	return [`${sentence()} ${sentence()}`, `See [our notice](/policy-0/). ${sentence()}`, items];
}

/** One number and one sentence more. */
const edited = ([first = '', ...rest]: readonly string[], version: number): string[] => [
	`We keep it for ${version} months. ${first}`,
	...rest,
];

function fileOf(words: readonly (readonly string[])[], version: number, changed?: number): string {
	const date = dateOf(version);
	const facts =
		changed === undefined
			? 'kind: first\n'
			: `kind: material\nchanges:\n  - clause: clause-${changed}\n    what: It says how long.\n    why: Readers asked.\n`;
	const clauses = words.map(
		(paragraphs, index) =>
			`## Clause ${index} {/* #clause-${index} */}\n\n${paragraphs.join('\n\n')}\n`,
	);
	const announced = version === 0 ? date : plusDays(date, -30);
	return `---\n${facts}announced: "${announced}"\n---\n\n${clauses.join('\n')}`;
}

const factsOf = (policy: number, clauses: number): string =>
	[
		`title: Policy number ${policy}`,
		`description: What we do with the data of the people who use service number ${policy}, and why.`,
		'leadTimeDays: 30',
		'clauses:',
		...Array.from({ length: clauses }, (_, index) => `  clause-${index}: { since: "2020-01-01" }`),
		'',
	].join('\n');
