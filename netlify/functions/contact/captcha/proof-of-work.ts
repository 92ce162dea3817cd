import { hash } from 'node:crypto';
import { counters, puzzleText, separator, type Task } from '#src/forms/work.ts';

/** How many puzzles a browser solves, and how many leading bits of each hash are zero: about 260,000 hashes in all. */
export const puzzleCount = 16;
export const difficultyBits = 14;
/** Extra bits under attack. */
export const attackBits = 2;

const decimal = /^(?:0|[1-9]\d{0,9})$/;

function isSolved(task: Task, puzzle: number, counter: string): boolean {
	if (!decimal.test(counter) || Number(counter) >= counters) return false;
	const digest = hash('sha256', puzzleText(task, puzzle) + counter, 'hex');
	return Number.parseInt(digest.slice(0, 8), 16) < 2 ** (32 - task.bits);
}

/** Whether a solution (counters joined by the separator) solves every puzzle of a task, in order. */
export function verifyWork(task: Task, solution: string): boolean {
	const found = solution.split(separator, task.puzzles + 1);
	if (task.puzzles < 1 || found.length !== task.puzzles) return false;
	return found.every((counter, puzzle) => isSolved(task, puzzle, counter));
}
