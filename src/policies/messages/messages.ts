import { clauses } from './clauses.ts';
import { facts } from './facts.ts';
import { files } from './files.ts';
import { frontMatter } from './front-matter.ts';
import { links } from './links.ts';
import { markup } from './markup.ts';
import { meaning } from './meaning.ts';
import type { Holes } from './message.ts';
import { syntax } from './syntax.ts';
import { words } from './words.ts';
import { yaml } from './yaml.ts';

/** Every message of the check, by its id. */
export const messages = {
	...syntax,
	...markup,
	...yaml,
	...frontMatter,
	...clauses,
	...meaning,
	...words,
	...links,
	...facts,
	...files,
} as const;

/** The name of a message. */
export type Id = keyof typeof messages;

/** What a message must be given to be filled in. */
export type Values<I extends Id> = Readonly<
	Record<Holes<(typeof messages)[I]['says'] | (typeof messages)[I]['cure']>, string | number>
>;
