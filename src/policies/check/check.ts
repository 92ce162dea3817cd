import { plusDays } from '../versions/dates.ts';
import type { PolicyFacts } from '../versions/front-matter.ts';
import type { Problem } from '../problem.ts';
import { redline } from '../redline/redline.ts';
import { untouched } from '../redline/summary.ts';
import { changedTerms } from '../redline/terms.ts';
import type { Version } from '../versions/versions.ts';

/** A version with the file it was read from and the lines of its headings, by id. */
export interface Source {
	readonly version: Version;
	readonly file: string;
	readonly lines: ReadonlyMap<string, number>;
}

/** Every mistake in how the versions of a policy, oldest first, follow the registry and one another. */
export const check = (facts: PolicyFacts, sources: readonly Source[]): Problem[] =>
	sources.flatMap((source, index) => [
		...clauseIds(facts, source),
		...dates(facts, source),
		...succession(source, sources[index - 1]),
	]);

const at = ({ file }: Source, message: string, line = 1): Problem[] => [
	{ file, line, column: 1, message },
];

/** Every heading stands in the registry as live on the version's day, and every live id has its heading. */
function clauseIds({ clauses }: PolicyFacts, source: Source): Problem[] {
	const { version, lines } = source;
	const live = ({ since, removed }: PolicyFacts['clauses'][string]) =>
		since <= version.date && (removed === undefined || removed > version.date);
	const strangers = version.document.flatMap(({ id }) => {
		const entry = clauses[id];
		if (entry && live(entry)) return [];
		const cure = entry
			? `policy.yaml says it is there from ${entry.since} to ${entry.removed ?? 'today'}.`
			: `add it to the clauses of policy.yaml: ${id}: { since: "${version.date}" }`;
		return id
			? at(source, `The clause #${id} is not registered for this version; ${cure}`, lines.get(id))
			: [];
	});
	const missing = Object.entries(clauses).filter(([id, entry]) => live(entry) && !lines.has(id));
	const lost = missing.flatMap(([id]) => {
		const cure = `give it removed: "${version.date}" in policy.yaml; its link then leads to a note.`;
		return at(source, `The clause #${id} is missing. If it is meant to go, ${cure}`);
	});
	return [...strangers, ...lost, ...innerAnchors(clauses, source)];
}

/** An anchor inside a clause is the id of a clause that was removed. */
function innerAnchors(clauses: PolicyFacts['clauses'], source: Source): Problem[] {
	const { document, date } = source.version;
	const anchors = document.flatMap(({ blocks }) => blocks.flatMap((block) => block.anchors));
	return anchors.flatMap((id) => {
		const removed = clauses[id]?.removed;
		if (removed !== undefined && removed <= date) return [];
		return at(
			source,
			`The anchor #${id} is not the id of a clause that policy.yaml calls removed.`,
		);
	});
}

function dates({ leadTimeDays }: PolicyFacts, source: Source): Problem[] {
	const { kind, announced, urgent, date } = source.version;
	if (announced === undefined) return [];
	if (announced > date) return at(source, `Announced on ${announced}, after its effective date.`);
	if (kind !== 'material' || urgent !== undefined || plusDays(announced, leadTimeDays) <= date)
		return [];
	const earliest = plusDays(announced, leadTimeDays);
	return at(
		source,
		`A material version is announced ${leadTimeDays} days ahead: make it effective on ${earliest} or later, or say why not with urgent: "…".`,
	);
}

/** Whether a clause lacks its id, which is told elsewhere. */
const unnamed = ({ version }: Source) => version.document.some(({ id }) => id === '');

/** The kind, the notes on changes and the words themselves agree; a draft may still lack its notes. */
function succession(source: Source, previous: Source | undefined): Problem[] {
	const { kind, announced, changes, document } = source.version;
	if (!previous || kind === 'first') {
		if (!previous === (kind === 'first')) return [];
		return at(source, 'The oldest version, and no other, is kind: first.');
	}
	if (announced === undefined || unnamed(source) || unnamed(previous)) return [];
	const touched = redline(previous.version.document, document).filter((one) => !untouched(one));
	if (touched.length === 0) return at(source, 'This version says what the one before it says.');
	if (kind === 'material') return notes(source, new Set(touched.map(({ id }) => id)));
	if (changes.length > 0) return at(source, 'An editorial version has no changes to tell.');
	const weighty = touched.find((one) => one.op !== 'changed' || changedTerms(one).length > 0);
	if (!weighty) return [];
	const [term] = changedTerms(weighty);
	const what = term ? `“${term.was ?? term.is}” changed in` : `${weighty.op}:`;
	return at(source, `This is not editorial (${what} #${weighty.id}): call it kind: material.`);
}

function notes(source: Source, touched: ReadonlySet<string>): Problem[] {
	const noted = new Set(source.version.changes.map(({ clause }) => clause));
	const missing = [...touched.difference(noted)].flatMap((id) =>
		at(source, `The clause #${id} changed: say what and why under changes.`, source.lines.get(id)),
	);
	const idle = [...noted.difference(touched)].flatMap((id) =>
		at(source, `The changes name #${id}, where nothing changed.`),
	);
	return [...missing, ...idle];
}
