import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { canonical, hashOf } from './text/canonical.ts';
import { check, type Source } from './check/check.ts';
import { frontMatter, policyFacts } from './versions/front-matter.ts';
import { lockProblems } from './versions/lock-problems.ts';
import type { Image } from './text/document.ts';
import { parse } from './text/parse.ts';
import { type Problem, refusal } from './problem.ts';
import type { Policy } from './versions/versions.ts';
import { readYaml } from './versions/yaml.ts';

/** Policies as their files say, with every mistake found on the way. */
export interface Read {
	readonly policies: readonly Policy[];
	readonly problems: readonly Problem[];
}

/** Reads the policies of a folder and holds them to their lock; throws one error that lists every mistake. */
export function readPolicies(folder: string): readonly Policy[] {
	const { policies, problems } = readFolder(folder);
	const all = [...problems, ...lockProblems(folder, policies)];
	if (all.length > 0) throw refusal(all);
	return policies;
}

/** Reads the policies of a folder, one subfolder each, drafts included. */
export function readFolder(folder: string): Read {
	const problems: Problem[] = [];
	const entries = readdirSync(folder, { withFileTypes: true });
	const slugs = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
	const policies = slugs.toSorted().flatMap((slug) => readPolicy(folder, slug, problems));
	return { policies, problems };
}

function readPolicy(folder: string, slug: string, problems: Problem[]): Policy[] {
	const file = join(folder, slug, 'policy.yaml');
	const facts = readYaml(policyFacts, { file, text: readFileSync(file, 'utf8'), line: 1 });
	const names = readdirSync(join(folder, slug)).filter((name) => name.endsWith('.mdx'));
	const sources = names
		.toSorted()
		.flatMap((name) => readVersion(join(folder, slug), name, problems));
	if (Array.isArray(facts)) problems.push(...facts);
	else {
		problems.push(...check(facts, sources));
		return [{ ...facts, slug, versions: sources.map(({ version }) => version) }];
	}
	return [];
}

function readVersion(folder: string, name: string, problems: Problem[]): Source[] {
	const file = join(folder, name);
	const source = readFileSync(file, 'utf8');
	const facts = readYaml(frontMatter, { file, text: fenced(source), line: 2 });
	const { document, problems: mistakes, lines } = parse(source, file, picture);
	problems.push(...mistakes);
	const date = name.slice(0, -'.mdx'.length);
	if (!z.iso.date().safeParse(date).success)
		problems.push({
			file,
			line: 1,
			column: 1,
			message: 'Name the file by its effective date, such as 2026-11-23.mdx',
		});
	if (Array.isArray(facts)) {
		problems.push(...facts);
		return [];
	}
	return [
		{ file, lines, version: { ...facts, date, document, hash: hashOf(canonical(document)) } },
	];
}

const pictures = /^\/[\w./-]+\.(?:png|jpe?g|gif|webp|avif|svg)$/;

/** The picture that the site has at an address: a file of `public/`. */
function picture(src: string): Image | undefined {
	const file = join('public', src);
	if (!pictures.test(src) || src.includes('..') || !existsSync(file)) return undefined;
	return { src, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
}

/** The front matter of a file, without its fences. */
const fenced = (source: string): string => /^---\n(.*?)^---$/ms.exec(source)?.[1] ?? '';
