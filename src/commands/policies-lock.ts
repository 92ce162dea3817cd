import { extended, lockProblems, readLock, writeLock } from '#src/policies/versions/lock.ts';
import { refusal } from '#src/policies/problem.ts';
import { readFolder } from '#src/policies/read.ts';

/** Locks the announced versions that are new; refuses while a published one differs from its lock. */
const folder = 'src/content/policies';
const { policies, problems } = readFolder(folder);
const before = readLock(folder);
const after = extended(before, policies);
const mistakes = [...problems, ...lockProblems(after, policies, folder)];
if (mistakes.length > 0) {
	console.error(refusal(mistakes).message);
	process.exitCode = 1;
} else {
	writeLock(folder, after);
	const fresh = Object.keys(after).filter((name) => !Object.hasOwn(before, name));
	console.log(fresh.length > 0 ? `Locked ${fresh.join(', ')}.` : 'Nothing new to lock.');
}
