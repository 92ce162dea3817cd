import { problem, put } from '../source/report.ts';
import type { Scan } from './state.ts';

/** Tells of a `<` that starts no tag. */
export function loose(state: Scan, at: number, found: string): number {
	const { file, problems } = state;
	const words = found.split('\n', 1)[0]?.trimEnd() ?? '<';
	const edits = [put(file, [at, at + 1], '&lt;')];
	problems.push(problem([file, [at, at + words.length]], 'angle', { found: words }, edits));
	return at + 1;
}
