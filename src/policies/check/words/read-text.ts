import type { Problem } from '../../problem.ts';
import { problem } from '../source/report.ts';
import { offsetAt, type Source, type Span } from '../source/source.ts';
import { scan } from '../syntax/scan.ts';
import type { Dialect } from '../syntax/state.ts';
import { takeApart, type Text } from './text.ts';

/** A text taken apart, or all that keeps it from being read. */
export interface ReadText {
	readonly text?: Text;
	readonly problems: readonly Problem[];
}

/** Reads the body of a file. A mistake in its syntax is told alone: what would follow from it is not. */
export function readText(file: Source, body: Span, dialect: Dialect): ReadText {
	const found = scan(file, body, dialect);
	if (found.problems.length > 0) return { problems: found.problems };
	try {
		return { text: takeApart(file, body, found), problems: [] };
	} catch (cause) {
		return { problems: [broken(file, String(cause))] };
	}
}

/** What the compiler could not read, in an editor's words. */
function broken(file: Source, said: string): Problem {
	const [, line = '1', column = '1'] = /(\d+):(\d+): /.exec(said) ?? [];
	const start = offsetAt(file, { line: Number(line), column: Number(column) });
	const name = /closing tag for `<([\w.]+)>`/.exec(said)?.[1];
	if (name !== undefined)
		return problem([file, [start, start + name.length + 1]], 'tag-open', { name });
	const close = /closing tag `<\/([\w.]+)>`/.exec(said)?.[1];
	if (close !== undefined)
		return problem([file, [start, start + close.length + 3]], 'tag-close', { name: close });
	return problem([file, [start, start + 1]], 'markup-broken', {});
}
