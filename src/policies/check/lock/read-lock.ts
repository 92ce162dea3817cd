import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../problem.ts';
import { hashOf as sha256 } from '../../text/canonical.ts';
import type { Version } from '../../versions/versions.ts';
import { problem } from '../source/report.ts';
import { offsetAt, type Source, type Span } from '../source/source.ts';

const entry = z.strictObject({
	announced: z.iso.date(),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	/** The canonical text, line by line. */
	text: z.array(z.string()).optional(),
});

/** What was published of one version. */
export type Published = z.infer<typeof entry>;

/** The lock with the places of its entries. */
export interface LockFile {
	readonly file?: Source;
	/** What was published, by `policy@date`: the entries that can be trusted. */
	readonly entries: ReadonlyMap<string, Published>;
	readonly problems: readonly Problem[];
	/** The hash of what was published of a version. Where the lock cannot say it, its words are taken to be those. */
	hashOf(slug: string, version: Version): string | undefined;
	/** Where the name of an entry stands. */
	at(name: string): Span;
}

/** Reads the lock; an empty one where there is none. */
export function readLockFile(file: Source | undefined): LockFile {
	const nowhere = (): Span => [0, 0];
	if (!file || file.text.trim() === '')
		return { entries: new Map(), problems: [], at: nowhere, hashOf: () => undefined };
	let held: unknown;
	try {
		held = JSON.parse(file.text);
	} catch (cause) {
		const start = brokenAt(file, String(cause));
		const problems = [problem([file, [start, start + 1]], 'lock-broken', {})];
		return { file, entries: new Map(), problems, at: nowhere, hashOf: (_, { hash }) => hash };
	}
	const at = (name: string): Span => {
		const start = file.text.indexOf(JSON.stringify(name));
		return start === -1 ? [0, 0] : [start, start + name.length + 2];
	};
	const all = typeof held === 'object' && held !== null ? Object.entries(held) : [];
	const entries = new Map<string, Published>();
	const problems = all.flatMap(([name, one]) => {
		const { data } = entry.safeParse(one);
		const whole = data && (data.text === undefined || sha256(data.text.join('\n')) === data.sha256);
		if (data && whole && /^[a-z0-9-]+@\d{4}-\d\d-\d\d$/.test(name)) {
			entries.set(name, data);
			return [];
		}
		return [problem([file, at(name)], 'lock-entry', { name })];
	});
	const named = new Set(all.map(([name]) => name));
	const hashOf = (slug: string, { date, hash }: Version) => {
		const name = `${slug}@${date}`;
		return entries.get(name)?.sha256 ?? (named.has(name) ? hash : undefined);
	};
	return { file, entries, problems, at, hashOf };
}

/** Where JSON cannot be read: what the parser says, or the first place that YAML, which holds JSON, cannot read. */
function brokenAt(file: Source, said: string): number {
	const [, line, column] = /line (\d+) column (\d+)/.exec(said) ?? [];
	const [, offset] = /position (\d+)/.exec(said) ?? [];
	if (line !== undefined && column !== undefined)
		return offsetAt(file, { line: Number(line), column: Number(column) });
	if (offset !== undefined) return Number(offset);
	const [first] = parseDocument(file.text, { lineCounter: new LineCounter() }).errors;
	return Math.min(first?.pos[0] ?? file.text.trimEnd().length - 1, file.text.length - 1);
}
