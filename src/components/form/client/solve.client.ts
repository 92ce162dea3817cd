import { sha256 } from '@noble/hashes/sha2.js';
import { counters, puzzleText, separator, type Task } from '#src/forms/work.ts';

const encoder = new TextEncoder();

/** The first counter that solves a puzzle. What is common to all its texts is hashed once. */
function solvePuzzle(task: Task, puzzle: number): number {
	const begun = sha256.create().update(encoder.encode(puzzleText(task, puzzle)));
	const hasher = begun.clone();
	const digits = new Uint8Array(10);
	const digest = new Uint8Array(32);
	const head = new DataView(digest.buffer);
	const limit = 2 ** (32 - task.bits);
	for (let counter = 0; counter < counters; counter++) {
		const { written } = encoder.encodeInto(String(counter), digits);
		begun._cloneInto(hasher).update(digits.subarray(0, written)).digestInto(digest);
		if (head.getUint32(0) < limit) return counter;
	}
	throw new RangeError('No counter solves the puzzle');
}

/** Does the work of a task: the counters of all its puzzles. Takes some hundred thousand hashes. */
export function solve(task: Task): string {
	const puzzles = Array.from({ length: task.puzzles }, (_, puzzle) => puzzle);
	return puzzles.map((puzzle) => solvePuzzle(task, puzzle)).join(separator);
}
