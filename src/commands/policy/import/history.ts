import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonical } from '#src/policies/text/canonical.ts';
import { type Block, type Clause, type Document, plain } from '#src/policies/text/document.ts';
import { label } from '#src/policies/text/markers.ts';
import { parse } from '#src/policies/text/parse.ts';
import { readFolder } from '#src/policies/read.ts';
import { clausesOf } from './clauses.ts';
import { Decisions } from './decisions.ts';
import { withIds } from './ids.ts';
import { ImportError } from './import-error.ts';
import { readFile } from './read-file.ts';
import { newFacts, quoted, readFacts, recordClauses } from './registry.ts';
import { frontMatterOf, wordsOf } from './source.ts';
import { tellUnfinished } from './unfinished.ts';

/** A file to import, and the day from which it applied. */
export interface Dated {
	readonly file: string;
	readonly date: string;
}

interface Task {
	/** The folder of all policies. */
	readonly folder: string;
	readonly slug: string;
	/** Oldest first. */
	readonly files: readonly Dated[];
	readonly today: string;
}

/** What was written, and for each file what a person must decide. */
export interface Imported {
	readonly written: readonly string[];
	readonly decisions: ReadonlyMap<string, readonly string[]>;
}

/** Makes a version of a policy of each file, with the registry of their clauses. Nothing is written when one cannot be. */
export async function importHistory({ folder, slug, files, today }: Task): Promise<Imported> {
	const facts = join(folder, slug, 'policy.yaml');
	let before = existsSync(facts) ? newest(folder, slug, files[0]?.date ?? '') : undefined;
	let yaml = existsSync(facts) ? readFacts(readFileSync(facts, 'utf8')) : undefined;
	const output = new Map<string, string | Uint8Array>();
	const decisions = new Map<string, readonly string[]>();
	for (const { file, date } of files) {
		const own = new Decisions();
		const page = await readFile(file, own);
		const { title, sections } = clausesOf(page, own);
		if (sections.length === 0) throw new ImportError(`${file} holds no words of a policy.`);
		yaml ??= newFacts(title ?? slug, own);
		const ever = new Set(Object.keys((yaml.toJS() as { clauses?: object }).clauses ?? {}));
		const drawn = withIds(sections, { before: before ?? [], ever }, own);
		tellUnfinished(drawn, own);
		const target = join(folder, slug, `${date}.mdx`);
		if (existsSync(target)) throw new ImportError(`${target} is there already.`);
		const words = wordsOf(drawn);
		const document = readBack(words, { target, document: drawn, decisions: own });
		if (before && canonical(before) === canonical(document))
			throw new ImportError(`${file} says word for word what the version before it says.`);
		recordClauses(yaml, { date, document, before: before ?? [] }, own);
		const source = frontMatterOf({ date, document, before, published: date <= today }) + words;
		before = document;
		output.set(target, source);
		for (const { src, bytes } of page.pictures) output.set(join('public', src), bytes);
		if (!title) own.add('The file names no title: see whether the one in policy.yaml is right.');
		const told = new Set([...decisions.values()].flat());
		const fresh = own.all.filter((sentence) => !told.has(sentence));
		decisions.set(file, fresh);
	}
	output.set(facts, quoted(yaml?.toString({ lineWidth: 0 }) ?? ''));
	for (const [path, content] of output) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, content);
	}
	return { written: [...output.keys()], decisions };
}

/** The words of the version that the first file follows. */
function newest(folder: string, slug: string, date: string): Document | undefined {
	const policy = readFolder(folder).policies.find((one) => one.slug === slug);
	const last = policy?.versions.at(-1);
	if (last && last.date >= date)
		throw new ImportError(
			`${slug} has a version of ${last.date} already: only later ones can follow it.`,
		);
	return last?.document;
}

interface Written {
	readonly target: string;
	readonly document: Document;
	readonly decisions: Decisions;
}

/** The document that the site will read; a word that it would not read is told. */
function readBack(source: string, { target, document, decisions }: Written): Document {
	const { document: read, problems } = parse(source, target, (src) => ({ src, sha256: '' }));
	for (const { line, message } of problems) decisions.add(`${target}:${line} ${message}`);
	for (const [index, clause] of document.entries())
		if (spoken([clause]) !== spoken(read.slice(index, index + 1)))
			decisions.add(
				`Read “${plain(clause.title)}” in ${target} against the original: a mark in it may stand wrongly.`,
			);
		else if (otherNumber(clause, read[index]))
			decisions.add(
				`In “${plain(clause.title)}” a list starts again at ${otherNumber(clause, read[index])}, right after another, and is read as one with it: write words between the two.`,
			);
	return read;
}

/** The marker of the first item that is read with another. */
function otherNumber({ blocks }: Clause, read: Clause | undefined): string | undefined {
	const labels = (list: readonly Block[]) =>
		list.flatMap(({ marker, runs }) => (marker ? [`${label(marker)} ${plain(runs)}`] : []));
	const known = labels(read?.blocks ?? []);
	return labels(blocks)
		.find((one) => !known.includes(one))
		?.split(' ')[0];
}

const spoken = (document: Document): string =>
	document
		.flatMap(({ title, blocks }) => [title, ...blocks.map(({ runs }) => runs)])
		.map(plain)
		.join(' ')
		.replace(/(?<![^\s])\(?\w{1,6}[.)](?=\s)/g, '')
		.replace(/\s+/g, ' ')
		.trim();
