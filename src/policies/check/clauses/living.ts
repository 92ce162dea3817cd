import type { Problem } from '../../problem.ts';
import { plain } from '../../text/document.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import { lineSpan, newline, type Span } from '../source/source.ts';
import { find } from '../words/find.ts';
import { nameMistakes } from './names.ts';
import type { Readable, Ruled } from './ruled.ts';

/** Whether a clause should stand in the version of a day. */
const live = ({ since, removed }: Ruled['facts']['clauses'][string], date: string): boolean =>
	since <= date && (removed === undefined || removed > date);

/** What is wrong between the headings of the versions and the registry, told where it can be put right. */
export function clauseMistakes(policy: Ruled): Problem[] {
	return policy.versions.flatMap((one, index) => {
		const before = policy.versions[index - 1];
		return one.frozen ? [] : versionMistakes(policy, one, before);
	});
}

function versionMistakes(policy: Ruled, one: Readable, before: Readable | undefined): Problem[] {
	const { facts } = policy;
	const entries = Object.entries(facts.clauses);
	const { date } = one.version;
	const present = one.ids;
	const titles = new Map(before?.version.document.map(({ id, title }) => [id, plain(title)]));
	const lost = entries
		.filter(([id, entry]) => live(entry, date) && !present.has(id))
		.filter(([id, entry]) => entry.since === date || titles.has(id) || !policy.whole)
		.map(([id]) => [id, titles.get(id)] as const);
	const expected = {
		lost: new Map(lost),
		known: new Set(entries.map(([id]) => id)),
		live: new Set(entries.filter(([, entry]) => live(entry, date)).map(([id]) => id)),
	};
	const names = nameMistakes(one.file, one.heads, expected);
	const told = new Set(
		names.flatMap(({ edits }) => edits?.map(({ text }) => /[a-z][\w-]*/.exec(text)?.[0])),
	);
	const gone = lost.filter(([id]) => !told.has(id)).map(([id]) => lostClause({ one, before, id }));
	const old = policy.versions.filter(({ frozen }) => frozen).flatMap(({ ids }) => [...ids]);
	return [
		...names,
		...strangers(policy, one, { names, old }),
		...gone,
		...anchors(policy, one, new Set(lost.map(([id]) => id))),
	];
}

/** Headings whose ids the registry does not know, or calls over. */
function strangers(
	{ facts, registry }: Ruled,
	one: Readable,
	{ names, old }: { readonly names: readonly Problem[]; readonly old: readonly string[] },
): Problem[] {
	const { file, version } = one;
	const told = new Set(names.map(({ line }) => line));
	return one.heads.flatMap(({ ids: [first], span }) => {
		const line = one.text.file.text.slice(0, span[0]).split('\n').length;
		if (!first || told.has(line)) return [];
		const entry = facts.clauses[first.id];
		if (entry?.removed !== undefined && entry.removed <= version.date)
			return [
				problem([file, first.span], 'clause-ended', { id: first.id, removed: entry.removed }),
			];
		// A clause that was published is missing in the registry, which is told there.
		if (entry || old.includes(first.id)) return [];
		const added = `${first.id}: { since: "${version.date}" }`;
		const end = registry.file.text.trimEnd().length;
		const edits = [put(registry.file, [end, end], `${newline(registry.file)}  ${added}`)];
		return [
			problem([file, first.span], 'clause-unregistered', { id: first.id, line: added }, edits),
		];
	});
}

interface Lost {
	readonly one: Readable;
	readonly before: Readable | undefined;
	readonly id: string;
}

/** A clause that is not there: told where its words are, or where it would stand. */
function lostClause({ one, before, id }: Lost): Problem {
	const { file, version } = one;
	const values = { id, date: version.date };
	const old = before?.version.document.find((clause) => clause.id === id);
	if (!old)
		return problem([file, lineSpan(file, after(one, undefined))], 'clause-lost-new', values);
	const first =
		old.blocks[0] && find(one.text, one.text.body, plain(old.blocks[0].runs).slice(0, 60));
	const title = plain(old.title);
	const unmarked = new RegExp(`^(?!#).*\\{\\s*/\\*\\s*#${id}\\s*\\*/`, 'm').exec(
		one.text.file.text.slice(one.text.body[0]),
	);
	if (unmarked) {
		const start = one.text.body[0] + unmarked.index;
		const span = lineSpan(file, start);
		const fixed = `${'#'.repeat(old.level)} ${title} {/* #${id} */}`;
		return problem([file, span], 'clause-heading-lost', { id, fixed }, [put(file, span, fixed)]);
	}
	if (first) {
		const fixed = `${'#'.repeat(old.level)} ${title} {/* #${id} */}`;
		const start = file.text.lastIndexOf('\n', first[0]) + 1;
		const edits = [put(file, [start, start], `${fixed}${newline(file)}${newline(file)}`)];
		return problem([file, lineSpan(file, first[0])], 'clause-heading-lost', { id, fixed }, edits);
	}
	const ids = before?.version.document.map((clause) => clause.id) ?? [];
	const place = after(one, ids.slice(0, ids.indexOf(id)));
	return problem([file, lineSpan(file, place)], 'clause-lost', {
		...values,
		title: ` (“${title}”)`,
	});
}

/** Where a clause would stand that follows others: at the heading behind the last of them. */
function after({ heads, text }: Readable, earlier: readonly string[] | undefined): number {
	const last = heads.findLastIndex(({ ids: [first] }) => first && earlier?.includes(first.id));
	const next = heads[last + 1];
	if (earlier && next) return next.span[0];
	return text.body[0] + text.file.text.slice(text.body[0]).trimEnd().length - 1;
}

/** Anchors inside clauses that are no removed clause's. */
function anchors({ facts }: Ruled, one: Readable, lost: ReadonlySet<string>): Problem[] {
	const { document, date } = one.version;
	const ids = document.flatMap(({ blocks }) => blocks.flatMap((block) => block.anchors));
	const ended = Object.entries(facts.clauses).filter(
		([, { removed }]) => removed !== undefined && removed <= date,
	);
	return ids.flatMap((id) => {
		if (lost.has(id) || ended.some(([known]) => known === id)) return [];
		const near = nearest(
			id,
			ended.map(([known]) => known),
		);
		const span = anchorSpan(one, id);
		const cure =
			near === undefined
				? 'Take it out: only a clause that was removed leaves its id inside another.'
				: `Write {/* #${near} */}`;
		const edits = near === undefined ? undefined : [put(one.file, span, near)];
		return [problem([one.file, span], 'anchor-stranger', { id, near: cure }, edits)];
	});
}

function anchorSpan({ file, text, heads }: Readable, id: string): Span {
	const pattern = new RegExp(`\\{\\s*/\\*\\s*#${id.replace(/\W/g, '\\$&')}\\s*\\*/`, 'g');
	const all = [...file.text.matchAll(pattern)];
	const inBody = all.find(
		({ index }) =>
			index >= text.body[0] && !heads.some(({ span }) => index >= span[0] && index < span[1]),
	);
	const start = (inBody?.index ?? text.body[0]) + (inBody?.[0].indexOf(id) ?? 0);
	return [start, start + id.length];
}
