import type { Problem } from '../../problem.ts';
import { type Block, plain } from '../../text/document.ts';
import type { BlockChange, ClauseChange } from '../../redline/changes.ts';
import { redline } from '../../redline/redline.ts';
import { untouched } from '../../redline/summary.ts';
import { changedTerms } from '../../redline/terms.ts';
import type { Readable, Ruled } from '../clauses/ruled.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import { lineSpan, type Span } from '../source/source.ts';
import { find } from '../words/find.ts';

/** Whether the kind of a version, its notes and its words agree. */
export function kindMistakes({ versions, whole }: Ruled, index: number): Problem[] {
	const one = versions[index];
	const before = versions[index - 1];
	// A published version whose words changed is told of that alone.
	if (!one || (one.published && !one.frozen)) return [];
	const { kind } = one.version;
	const place = [one.file, one.front.at(['kind'])] as const;
	if (!before)
		return kind === 'first' || !whole
			? []
			: [problem(place, 'kind-oldest', {}, [put(...place, 'first')])];
	if (kind === 'first') return [problem(place, 'kind-first', {}, [put(...place, 'material')])];
	if ([one, before].some(({ version }) => version.document.some(({ id }) => id === ''))) return [];
	const changes = redline(before.version.document, one.version.document);
	const touched = changes.filter((change) => !untouched(change));
	if (touched.length === 0) return same(one, before);
	return kind === 'material' ? notes(one, before, touched) : editorial(one, touched);
}

function same({ file, version, front }: Readable, before: Readable): Problem[] {
	if (version.announced === undefined) return [];
	return [problem([file, front.at(['kind'])], 'version-same', { other: before.version.date })];
}

function notes(one: Readable, before: Readable, touched: readonly ClauseChange[]): Problem[] {
	const { file, front } = one;
	const { changes, announced, document } = one.version;
	const known = new Set([...document, ...before.version.document].map(({ id }) => id));
	const noted = changes.map(({ clause }) => clause);
	const wrong = changes.flatMap(({ clause: id }, index) => {
		const span = front.at(['changes', index, 'clause']);
		if (noted.indexOf(id) < index) return [problem([file, span], 'note-twice', { id })];
		if (!known.has(id)) {
			const free = touched.map((change) => change.id).filter((one) => !noted.includes(one));
			const near = nearest(id, free) ?? nearest(id, known);
			const edits = near === undefined ? undefined : [put(file, span, near)];
			return [
				problem([file, span], 'note-stranger', { id, near: near ?? 'the id of a clause' }, edits),
			];
		}
		const idle = announced !== undefined && !touched.some((change) => change.id === id);
		return idle ? [problem([file, span], 'note-idle', { id })] : [];
	});
	if (announced === undefined) return wrong;
	const misspelt = wrong
		.filter(({ id }) => id === 'note-stranger')
		.flatMap(({ edits }) => edits?.map(({ text }) => text));
	const missing = touched
		.filter(({ id }) => !noted.includes(id) && !misspelt.includes(id))
		.map((change) =>
			problem([file, placeOf(one, change)], 'note-missing', {
				id: change.id,
				what: whatOf(change),
			}),
		);
	return [...wrong, ...missing];
}

const whatOf = ({ op, moved, renamed }: ClauseChange): string => {
	if (op !== 'changed') return op === 'kept' ? (moved ? 'moved' : 'its level') : op;
	return renamed ? 'renamed' : 'its words';
};

/** Where a version shows a change: the first changed words that it has, the clause's heading, or the end of the text. */
function placeOf(one: Readable, change: ClauseChange): Span {
	const head = one.heads.find(({ ids: [first] }) => first?.id === change.id);
	if (!head) return one.front.at(['kind']);
	const words = change.blocks.find(differs);
	const shown = words && find(one.text, head.clause, plain(words.runs).slice(0, 60));
	return change.op === 'changed' && !change.renamed && shown
		? lineSpan(one.file, shown[0])
		: head.span;
}

/** Whether a block of this version says anything that the one before did not say there. */
const differs = ({ op, cells }: BlockChange): boolean =>
	op === 'added' ||
	op === 'moved' ||
	(op === 'both' && cells.some(({ edits }) => edits.some((edit) => edit.op !== 'kept')));

const listed = (kind: Block['kind']): boolean => kind !== 'paragraph';

function editorial(one: Readable, touched: readonly ClauseChange[]): Problem[] {
	const { file, front } = one;
	const { changes } = one.version;
	const told =
		changes.length > 0 ? [problem([file, front.key(['changes'])], 'editorial-notes', {})] : [];
	return [...told, ...touched.flatMap((change) => weight(one, change))];
}

/** What a change adds to or takes from what people may rely on. */
function weight(one: Readable, change: ClauseChange): Problem[] {
	const { file } = one;
	const { id, op } = change;
	const head = one.heads.find(({ ids: [first] }) => first?.id === id);
	const place = head?.span ?? one.front.at(['kind']);
	if (op === 'added' || op === 'removed')
		return [
			problem([file, place], 'editorial-clause', {
				id,
				what: op === 'added' ? 'added' : 'taken out',
			}),
		];
	const block = change.blocks.find(
		({ kind, op: what }) => listed(kind) && (what === 'added' || what === 'removed'),
	);
	const terms = changedTerms(change);
	if (terms.length > 0) return [term(one, change, terms)];
	if (!block) return [];
	const shown =
		block.op === 'added' && head ? find(one.text, head.clause, plain(block.runs)) : undefined;
	const noun =
		block.kind === 'row' || block.kind === 'head' ? 'a row of a table' : 'an item of a list';
	const what = `${noun} was ${block.op === 'added' ? 'added' : 'taken out'}: “${plain(block.runs).replaceAll('\t', ' | ')}”; it`;
	return [problem([file, shown ?? place], 'editorial-term', { id, what })];
}

function term(
	one: Readable,
	change: ClauseChange,
	terms: ReturnType<typeof changedTerms>,
): Problem {
	const { id } = change;
	const head = one.heads.find(({ ids: [first] }) => first?.id === id);
	const first = terms.find(({ is }) => is !== undefined) ?? terms[0];
	const what =
		first?.was !== undefined && first.is !== undefined
			? `“${first.was}” became “${first.is}”; it`
			: `“${first?.is ?? first?.was ?? ''}” was ${first?.is === undefined ? 'taken out' : 'added'}; it`;
	return problem(
		[one.file, head ? changedPlace(one, change, head.clause, first?.is) : one.front.at(['kind'])],
		'editorial-term',
		{ id, what },
	);
}

/** Where a changed term stands now; where it went, the sentence or paragraph that lost it. */
function changedPlace(
	one: Readable,
	change: ClauseChange,
	clause: Span,
	is: string | undefined,
): Span {
	for (const { runs } of change.blocks.filter(differs)) {
		const block =
			find(one.text, clause, plain(runs)) ?? find(one.text, clause, plain(runs).slice(0, 40));
		if (!block) continue;
		const found =
			is === undefined ? undefined : (find(one.text, block, is) ?? insensitive(one, block, is));
		if (found) return found;
		if (is === undefined) return block;
	}
	const title = one.heads.find((head) => head.clause === clause)?.span;
	return title ?? clause;
}

function insensitive({ file }: Readable, [start, end]: Span, words: string): Span | undefined {
	const at = file.text.slice(start, end).toLowerCase().indexOf(words.toLowerCase());
	return at === -1 ? undefined : [start + at, start + at + words.length];
}
