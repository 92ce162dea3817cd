import { checkPolicies, type Checked } from './check/check.ts';
import { readSite } from './check/files/read-site.ts';
import { isError, refusal } from './problem.ts';
import type { Policy } from './versions/versions.ts';

/** A day before every draft, so that reading policies never depends on the clock. */
const noDay = '0000-00-00';

/** Reads the policies of a folder and holds them to their lock; throws one error that lists every mistake. */
export function readPolicies(folder: string): readonly Policy[] {
	const { policies, problems } = readFolder(folder);
	const errors = problems.filter(isError);
	if (errors.length > 0) throw refusal(errors);
	return policies;
}

/** Reads the policies of a folder, one subfolder each, drafts included, with every mistake found on the way. */
export function readFolder(folder: string, root = '.'): Checked {
	const places = [folder, `${folder}.lock.json`];
	return checkPolicies(readSite({ root, policies: folder, places }), noDay);
}
