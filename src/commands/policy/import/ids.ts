import { type Clause, type Document, plain } from '#src/policies/text/document.ts';
import { bagOf, likeness } from '#src/policies/redline/pairing/likeness.ts';
import { vocabulary } from '#src/policies/redline/words/tokenise.ts';
import { suggestion } from '#src/policies/text/parse.ts';
import type { Section } from './clauses.ts';
import type { Decisions } from './decisions.ts';

/** How much of their words two clauses share, from which on one is taken for what became of the other. */
const alike = 0.5;

interface Known {
	/** The version before. */
	readonly before: Document;
	/** Every id that a clause of the policy ever had. */
	readonly ever: ReadonlySet<string>;
}

/** Gives clauses their ids: those of the version before where the title, or else the words, are the same. */
export function withIds(
	sections: readonly Section[],
	{ before, ever }: Known,
	decisions: Decisions,
): Clause[] {
	const pairs = new Map<Section, string>();
	const free = () => before.filter(({ id }) => ![...pairs.values()].includes(id));
	const open = () => sections.filter((section) => !pairs.has(section));
	for (const section of sections) {
		const same = free().find(
			({ id, title }) => id === section.given || key(title) === key(section.title),
		);
		if (same) pairs.set(section, same.id);
	}
	for (const { section, clause, share } of byLikeness(open(), free())) {
		if (pairs.has(section) || [...pairs.values()].includes(clause.id)) continue;
		pairs.set(section, clause.id);
		const [is, was] = [plain(section.title), plain(clause.title)];
		decisions.add(
			`“${is}” shares ${Math.round(share * 100)} % of its words with “${was}” and keeps its id, #${clause.id}: say if it is another clause.`,
		);
	}
	const taken = new Set([...ever, ...pairs.values()]);
	return sections.map((section) => {
		const { given: _, ...clause } = section;
		const id = pairs.get(section) ?? fresh(section, taken);
		taken.add(id);
		return { ...clause, id };
	});
}

/** A title as it is compared: its words, without footnotes. */
function key(title: Section['title']): string {
	const words = title.filter(({ note }) => !note);
	return vocabulary(words).join(' ') || plain(words);
}

const wordsOf = ({ blocks }: Pick<Clause, 'blocks'>): string[] =>
	blocks.flatMap(({ runs }) => vocabulary(runs));

/** A clause as its likeness to another is told: by its words. */
function alikeOf(clause: Pick<Clause, 'blocks'>) {
	const words = wordsOf(clause);
	return { key: words.join(' '), ...bagOf(words) };
}

function byLikeness(sections: readonly Section[], clauses: readonly Clause[]) {
	return sections
		.flatMap((section) =>
			clauses.map((clause) => ({
				section,
				clause,
				share: likeness(alikeOf(section), alikeOf(clause)),
			})),
		)
		.filter(({ section, share }) => share >= alike && wordsOf(section).length > 0)
		.toSorted((a, b) => b.share - a.share);
}

/** An id from the title that no clause of the policy ever had. */
function fresh({ title, given }: Section, taken: ReadonlySet<string>): string {
	const base = given ?? suggestion(title);
	for (let count = 1; ; count++) {
		const id = count === 1 ? base : `${base}-${count}`;
		if (!taken.has(id)) return id;
	}
}

/** Clauses of the new version that say at least a third of what a removed clause said, the most alike first. */
export function heirs(removed: Clause, document: Document, before: Document): string[] {
	const old = new Set(before.map(({ id }) => id));
	const sentences = removed.blocks
		.map(({ runs }) => plain(runs).trim())
		.filter((text) => text.length > 20);
	return document
		.map((clause) => {
			const text = clause.blocks.map(({ runs }) => plain(runs)).join('\n');
			const kept =
				sentences.filter((sentence) => text.includes(sentence)).length /
				Math.max(1, sentences.length);
			const share = old.has(clause.id) ? 0 : likeness(alikeOf(clause), alikeOf(removed));
			return { id: clause.id, share: Math.max(kept, share) };
		})
		.filter(({ share }) => share >= 1 / 3)
		.toSorted((a, b) => b.share - a.share)
		.map(({ id }) => id);
}
