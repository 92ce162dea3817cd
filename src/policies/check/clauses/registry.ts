import type { Problem } from '../../problem.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import { newline, type Span } from '../source/source.ts';
import type { Ruled } from './ruled.ts';

type Entry = Ruled['facts']['clauses'][string];

/** What is wrong in the registry of a policy: told there, because the versions cannot be. */
export function registryMistakes(policy: Ruled): Problem[] {
	const { facts, whole } = policy;
	const each = Object.entries(facts.clauses).flatMap(([id, entry]) => [
		...order(policy, id, entry),
		...removedWords(policy, id, entry),
		...sees(policy, id, entry),
		...(whole ? history(policy, id, entry) : []),
	]);
	return whole ? [...each, ...takenOut(policy)] : each;
}

const at = ({ registry }: Ruled, ...path: string[]) =>
	[registry.file, registry.yaml.at(['clauses', ...path])] as const;

function order(policy: Ruled, id: string, { since, removed }: Entry): Problem[] {
	if (removed === undefined || removed > since) return [];
	return [problem(at(policy, id, 'removed'), 'removed-early', { id, since, removed })];
}

function removedWords(policy: Ruled, id: string, { removed, see, note }: Entry): Problem[] {
	if (removed !== undefined) return [];
	const key = note !== undefined ? 'note' : see.length > 0 ? 'see' : undefined;
	if (key === undefined) return [];
	const { file, yaml } = policy.registry;
	return [problem([file, yaml.key(['clauses', id, key])], 'removed-words', { key, id })];
}

/** The clauses that say it now were there when the clause ended; what becomes of them later is another matter. */
function sees(policy: Ruled, id: string, { see, removed: ended = '' }: Entry): Problem[] {
	if (see.length === 0) return [];
	const { clauses } = policy.facts;
	const { file, yaml } = policy.registry;
	const known = Object.keys(clauses).filter((one) => {
		const removed = clauses[one]?.removed;
		return one !== id && (removed === undefined || removed > ended);
	});
	return see.flatMap((one, index) => {
		const span = yaml.at(['clauses', id, 'see', index]);
		const removed = clauses[one]?.removed;
		if (known.includes(one)) return [];
		const near = nearest(one, known);
		const edits = near === undefined ? undefined : [put(file, span, near)];
		const cure = near ?? 'the id of a clause that is there';
		if (removed !== undefined)
			return [problem([file, span], 'see-removed', { see: one, removed, near: cure })];
		return [problem([file, span], 'see-nowhere', { see: one, near: cure }, edits)];
	});
}

/** Whether `since` and `removed` are the days of the versions that first have a clause, and first lack it again. */
function history(policy: Ruled, id: string, entry: Entry): Problem[] {
	const { versions } = policy;
	const having = versions.filter(({ ids }) => ids.has(id));
	const [first, last] = [having[0], having.at(-1)];
	if (!first || !last) return nowhere(policy, id, entry);
	const { since, removed } = entry;
	const { file, yaml } = policy.registry;
	const mistakes: Problem[] = [];
	const date = first.version.date;
	if (since !== date) {
		const place = at(policy, id, 'since');
		mistakes.push(
			problem(place, 'since-wrong', { id, since, date }, [put(file, place[1], `"${date}"`)]),
		);
	}
	const without = versions.find(({ version }) => version.date > last.version.date);
	if (removed === undefined && without?.frozen) {
		const span = yaml.at(['clauses', id, 'since']);
		const edits = [put(file, [span[1], span[1]], `, removed: "${without.version.date}"`)];
		const values = { id, date: without.version.date };
		mistakes.push(problem([file, yaml.key(['clauses', id])], 'removed-missing', values, edits));
	}
	if (removed !== undefined && removed > since)
		mistakes.push(...ending(policy, { id, removed, last, without }));
	return mistakes;
}

interface Ending {
	readonly id: string;
	readonly removed: string;
	readonly last: Ruled['versions'][number];
	readonly without: Ruled['versions'][number] | undefined;
}

function ending(policy: Ruled, { id, removed, last, without }: Ending): Problem[] {
	const right = without?.version.date;
	const stillThere = removed <= last.version.date;
	if (removed === right || (stillThere && !last.frozen)) return [];
	const place = at(policy, id, 'removed');
	const date = right === undefined ? 'not there yet: every version has it' : `the one of ${right}`;
	const edits =
		right === undefined ? undefined : [put(policy.registry.file, place[1], `"${right}"`)];
	return [problem(place, 'removed-wrong', { id, removed, date }, edits)];
}

function nowhere(policy: Ruled, id: string, { since }: Entry): Problem[] {
	const { versions, registry, facts } = policy;
	const toCome = versions.find(({ version }) => version.date === since);
	if ((toCome && !toCome.frozen) || versions.length === 0) return [];
	const registered = new Set(Object.keys(facts.clauses));
	const free = versions.flatMap(({ ids }) => [...ids]).filter((one) => !registered.has(one));
	const near = nearest(id, free) ?? (new Set(free).size === 1 ? free[0] : undefined);
	const span = registry.yaml.key(['clauses', id]);
	const edits = near === undefined ? undefined : [put(registry.file, span, near)];
	const words = near === undefined ? '' : `. Did you mean ${near}?`;
	return [problem([registry.file, span], 'clause-nowhere', { id, near: words }, edits)];
}

/** Clauses of published versions whose lines were taken out of the registry. */
function takenOut(policy: Ruled): Problem[] {
	const { facts, versions, registry } = policy;
	const told = new Set<string>();
	const known = new Set(Object.keys(facts.clauses));
	const unused = [...known].filter((id) => !versions.some(({ ids }) => ids.has(id)));
	return versions
		.filter(({ frozen }) => frozen)
		.flatMap(({ version }) =>
			version.document.flatMap(({ id }) => {
				if (!id || known.has(id) || told.has(id)) return [];
				told.add(id);
				if (nearest(id, unused) !== undefined || unused.length === 1) return [];
				const line = `${id}: { since: "${version.date}" }`;
				const span: Span = registry.yaml.key(['clauses']);
				const end = registry.file.text.trimEnd().length;
				const edits = [put(registry.file, [end, end], `${newline(registry.file)}  ${line}`)];
				return [
					problem(
						[registry.file, span],
						'clause-taken-out',
						{ id, date: version.date, line },
						edits,
					),
				];
			}),
		);
}
