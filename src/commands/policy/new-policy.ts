import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type PolicyFacts, policyFacts } from '#src/policies/versions/front-matter.ts';
import { writeWhole } from '#src/policies/versions/write-whole.ts';
import { type Terminal, UsageError } from './subcommand.ts';

/** What a new policy is called and from when it applies. */
interface Start {
	readonly folder: string;
	readonly slug: string;
	readonly date: string;
	readonly title: string;
	readonly description: string | undefined;
}

/** How many days ahead a material change is announced, where nobody says otherwise. */
const leadTimeDays = 30;

/** Writes the folder of a new policy: its facts and its first version, a draft with one clause to fill in. */
export function startPolicy(start: Start, { print }: Terminal): 0 {
	const { folder, slug, date, title } = start;
	const own = join(folder, slug);
	if (existsSync(own))
		throw new UsageError(`${own} is there already. Leave --title out to start a version.`);
	const facts = {
		title,
		description: start.description ?? '',
		leadTimeDays,
		clauses: { about: { since: date } },
	};
	const result = policyFacts.safeParse(facts);
	if (!result.success) {
		const [issue] = result.error.issues;
		throw new UsageError(`--${issue?.path.join('.')}: ${issue?.message}`);
	}
	mkdirSync(own);
	try {
		writeWhole(join(own, 'policy.yaml'), yamlOf(result.data));
		writeWhole(join(own, `${date}.mdx`), first(date, title));
	} catch (error) {
		rmSync(own, { recursive: true });
		throw error;
	}
	print(`Wrote ${own}, a draft that applies from ${date} once it is announced.`);
	print(
		`  - Write the clauses in ${join(own, `${date}.mdx`)}, each with its id, and name the ids in policy.yaml.`,
	);
	print('  - Run: npm run policy -- check');
	return 0;
}

/** Dates stand in quotes, because YAML takes them for something else than words. */
function yamlOf({ clauses, ...facts }: PolicyFacts): string {
	const lines = Object.entries(clauses).map(
		([id, { since }]) => `  ${id}: { since: "${since}" }\n`,
	);
	return `${stringify(facts, { lineWidth: 0 })}clauses:\n${lines.join('')}`;
}

const first = (date: string, title: string): string => `---
kind: first
# Take the # away from the next line to tell people.
# announced: "${date}"
---

## About this policy {/* #about */}

This is the ${title.toLowerCase()}.
`;
