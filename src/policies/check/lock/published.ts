import type { Problem } from '../../problem.ts';
import { canonical } from '../../text/canonical.ts';
import type { Readable } from '../clauses/ruled.ts';
import type { PolicyFiles } from '../policies/policy-files.ts';
import { problem, put } from '../source/report.ts';
import { source, type Span } from '../source/source.ts';
import { find } from '../words/find.ts';
import { type Difference, differences } from '../../versions/locked-words.ts';
import type { LockFile, Published } from './read-lock.ts';

interface Given {
	readonly lock: LockFile;
	/** The folder of the policies. */
	readonly folder: string;
	readonly policies: readonly PolicyFiles[];
	readonly versions: ReadonlyMap<string, readonly Readable[]>;
}

/** Whether the lock is gone although readers could have seen a version: one that is announced for a day that has come. */
export function lockMissing(
	{ lock, folder, versions }: Omit<Given, 'policies'>,
	today: string,
): Problem[] {
	if (lock.file) return [];
	const seen = [...versions.values()]
		.flat()
		.filter(({ version: { announced } }) => announced !== undefined && announced < today);
	const [first, second] = seen;
	// A single new policy may not be locked yet.
	if (!first || !second) return [];
	return [
		problem([source(`${folder}.lock.json`, ''), [0, 0]], 'lock-missing', { name: first.file.path }),
	];
}

/** Everything in which the files differ from what was published. */
export function publishedMistakes({ lock, folder, policies, versions }: Given): Problem[] {
	return [...lock.entries].flatMap(([name, published]) => {
		const [slug = '', date = ''] = name.split('@');
		const own = versions.get(slug) ?? [];
		const one = own.find(({ version }) => version.date === date);
		if (one) return [...announced(one, published), ...words(one, published)];
		const files = policies.find((policy) => policy.slug === slug)?.versions ?? [];
		// A file that cannot be read is told with its own mistakes.
		if (files.some((version) => version.date === date)) return [];
		const twin = own.find(({ version }) => version.hash === published.sha256)?.file.path;
		const file = `${folder}/${slug}/${date}.mdx`;
		const place = [source(file, ''), [0, 0]] as const;
		const renamed = twin === undefined ? '' : `: it is called ${twin} now`;
		return [
			problem(place, 'published-gone', {
				name: `The version of ${date} of ${slug}`,
				twin: renamed,
				file,
			}),
		];
	});
}

function announced({ file, front, version }: Readable, published: Published): Problem[] {
	if (version.announced === published.announced) return [];
	const has = version.announced !== undefined;
	const span = has ? front.at(['announced']) : front.key(['kind']);
	const text = has ? `"${published.announced}"` : `announced: "${published.announced}"\n`;
	const edits = [put(file, has ? span : [span[0], span[0]], text)];
	return [problem([file, span], 'published-announced', { announced: published.announced }, edits)];
}

function words(one: Readable, published: Published): Problem[] {
	if (one.version.hash === published.sha256) return [];
	const now = canonical(one.version.document).split('\n');
	const found = published.text ? differences(published.text, now) : [];
	if (found.length > 0) return found.map((difference) => told(one, published, difference));
	const values = { announced: published.announced, what: 'They changed.' };
	return [problem([one.file, one.front.key(['kind'])], 'published-clause', values)];
}

function told(one: Readable, { announced }: Published, { id, was, is }: Difference): Problem {
	const head = one.heads.find(({ ids: [first] }) => first?.id === id);
	const clause: Span = head?.clause ?? one.text.body;
	if (was !== undefined && is !== undefined) {
		const { old, now, behind } = apart(was, is);
		const span =
			changed(one, clause, { is: now || behind, context: is }) ??
			head?.span ??
			one.front.key(['kind']);
		const cut = [old, now].some((words) => words === '' || words.includes(' … '));
		const edits = cut ? undefined : [put(one.file, span, old)];
		return problem(
			[one.file, span],
			'published-changed',
			{ announced, what: said(id, old, now), was: old || was },
			edits,
		);
	}
	const what =
		was === undefined ? `The clause #${id} was not in it.` : `The clause #${id} is gone: “${was}”.`;
	const last = one.heads.at(-1)?.span ?? one.front.key(['kind']);
	const order = id === '' ? 'Its clauses stand in another order.' : what;
	return problem([one.file, head?.span ?? last], 'published-clause', { announced, what: order });
}

function said(id: string, old: string, now: string): string {
	if (now === '') return `These words of #${id} went: “${old}”.`;
	if (old === '') return `These words came into #${id}: “${now}”.`;
	return `“${now}” stands in #${id} in the place of “${old}”.`;
}

/** Two stretches of words without those that they share at their starts and ends; and the words behind the newer ones. */
function apart(was: string, is: string): { old: string; now: string; behind: string } {
	const [before, after] = [was.split(' '), is.split(' ')];
	const least = Math.min(before.length, after.length);
	let head = 0;
	while (head < least && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	return {
		old: before.slice(head, before.length - tail).join(' '),
		now: after.slice(head, after.length - tail).join(' '),
		behind: after.slice(after.length - tail).join(' '),
	};
}

/** Where changed words stand; where words went, the words around them. */
function changed(
	{ text }: Readable,
	clause: Span,
	{ is, context }: { readonly is: string; readonly context: string },
): Span | undefined {
	const whole = find(text, clause, context.split(' … ')[0] ?? '');
	if (!whole) return find(text, clause, is);
	return find(text, whole, is) ?? whole;
}
