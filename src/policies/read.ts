import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical, hashOf } from './canonical.ts';
import { frontMatter, policyFacts } from './front-matter.ts';
import { parse } from './parse.ts';
import { type Problem, refusal } from './problem.ts';
import type { Policy, Version } from './versions.ts';
import { readYaml } from './yaml.ts';

const dated = /^(\d{4}-\d{2}-\d{2})\.mdx$/;

/** Reads the policies of a folder, drafts included; throws one error that lists every mistake. */
export function readPolicies(folder: string): Policy[] {
	const problems: Problem[] = [];
	const entries = readdirSync(folder, { withFileTypes: true });
	const slugs = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
	const policies = slugs.toSorted().flatMap((slug) => readPolicy(folder, slug, problems));
	if (problems.length > 0) throw refusal(problems);
	return policies;
}

function readPolicy(folder: string, slug: string, problems: Problem[]): Policy[] {
	const file = join(folder, slug, 'policy.yaml');
	const facts = readYaml(policyFacts, { file, text: readFileSync(file, 'utf8'), line: 1 });
	const names = readdirSync(join(folder, slug)).filter((name) => name.endsWith('.mdx'));
	const versions = names
		.toSorted()
		.flatMap((name) => readVersion(join(folder, slug, name), dated.exec(name)?.[1], problems));
	if (!Array.isArray(facts)) return [{ ...facts, slug, versions }];
	problems.push(...facts);
	return [];
}

function readVersion(file: string, date: string | undefined, problems: Problem[]): Version[] {
	const source = readFileSync(file, 'utf8');
	const fence = /^---\n(.*?\n)---\n/s.exec(source);
	const facts = readYaml(frontMatter, { file, text: fence?.[1] ?? '', line: 2 });
	const { document, problems: mistakes } = parse(source, file);
	problems.push(...mistakes);
	if (date === undefined)
		problems.push({ file, line: 1, column: 1, message: 'Name the file by its effective date.' });
	if (Array.isArray(facts)) problems.push(...facts);
	else if (date !== undefined)
		return [{ ...facts, date, document, hash: hashOf(canonical(document)) }];
	return [];
}
