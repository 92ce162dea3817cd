import type { Mistake } from '../change.ts';
import { clauses } from './clauses.ts';
import { facts } from './facts.ts';
import { frontMatter } from './front-matter.ts';
import { links } from './links.ts';
import { markup } from './markup.ts';
import { syntax } from './syntax.ts';
import { words } from './words.ts';

/** Everything that the check is known to catch, by subject. */
export const mistakes: Readonly<Record<string, readonly Mistake[]>> = {
	syntax,
	'what a policy cannot hold': markup,
	'front matter and registry': frontMatter,
	links,
	words,
	'clauses and meaning': clauses,
	'facts, forms, pages and files': facts,
};
