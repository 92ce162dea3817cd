import { z } from 'zod';
import { idPattern } from '../text/parse.ts';

const date = z.iso.date('Write the date in quotes, year first: "2026-11-23"');
const id = z.string().regex(idPattern, 'Write the id of a clause without #, such as retention');
const sentence = z.string().trim().min(1, 'Write a sentence');

/** What the front matter of a version may hold. Its effective date is the name of the file. */
export const frontMatter = z.strictObject({
	/** `material` changes what people may rely on; `editorial` changes only how it is said. */
	kind: z.enum(['first', 'material', 'editorial'], 'Write first, material or editorial'),
	/** The day on which people are told. A version without one is a draft. */
	announced: date.optional(),
	/** Why a material version comes sooner than the policy's lead time. Shown to readers. */
	urgent: sentence.optional(),
	changes: z.array(z.strictObject({ clause: id, what: sentence, why: sentence })).default([]),
	/** What the version says in short, for its readers. It is no part of the version, and may come after it was published. */
	summary: z
		.array(
			z.strictObject({
				says: sentence,
				/** The clauses that it rests on. */
				clauses: z.array(id).min(1, 'Name a clause that says it'),
				/** The words of these clauses when the line was written: `fingerprint` of them. */
				fingerprint: z.string().optional(),
			}),
		)
		.max(3, 'Write three lines at most')
		.default([]),
});

/** What `policy.yaml` holds beside the versions. */
export const policyFacts = z.strictObject({
	title: z.string().min(1),
	description: z
		.string()
		.min(50, 'Write 50 to 160 characters')
		.max(160, 'Write 50 to 160 characters'),
	/** The place of the policy in every list of policies, from 1; those without one come last. */
	order: z.int().min(1).optional(),
	/** Days between the announcement of a material version and its effective date. */
	leadTimeDays: z.int().min(0),
	/** Every id that a clause ever had, since when and until when. Nothing is ever taken out of it. */
	clauses: z.record(
		id,
		z.strictObject({
			since: date,
			/** The effective date of the first version without it. */
			removed: date.optional(),
			/** Clauses that now say what it said. */
			see: z.array(id).default([]),
			/** Why it went, in a sentence. */
			note: sentence.optional(),
		}),
	),
});

export type FrontMatter = z.infer<typeof frontMatter>;
export type PolicyFacts = z.infer<typeof policyFacts>;
