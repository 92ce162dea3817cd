import { dayIn } from '../versions/dates.ts';
import { isError, type Problem } from '../problem.ts';
import { type Checked, checkSite } from './check.ts';
import { everything, readSite } from './files/read-site.ts';
import type { Site } from './files/site.ts';

/** Where and when a check is made. */
export interface Circumstances {
	/** The root of the project. */
	readonly root: string;
	readonly variables: Readonly<Record<string, string | undefined>>;
	/** Milliseconds since 1970; now unless given. */
	readonly now?: number;
}

/** What a check of the whole project found, with the files that it read. */
export interface Outcome extends Checked {
	readonly site: Site;
	readonly errors: readonly Problem[];
	readonly warnings: readonly Problem[];
}

/** Editors live by the clocks of London, whatever the facts of the company say: they may be what is broken. */
const zone = 'Europe/London';

/**
 * Checks the whole project. What can come about by a day going by is a warning where a clock started the build and no
 * editor did: a build hook that Netlify names in `INCOMING_HOOK_URL`.
 */
export function runCheck({ root, variables, now = Date.now() }: Circumstances): Outcome {
	const site = readSite({ root, policies: 'src/content/policies', places: everything });
	const today = variables.POLICY_TODAY || dayIn(zone, new Date(now));
	const checked = checkSite(site, today);
	const byClock = Boolean(variables.INCOMING_HOOK_URL);
	const problems = checked.problems.map((one) =>
		byClock && one.byTime ? { ...one, severity: 'warning' as const } : one,
	);
	return {
		...checked,
		problems,
		site,
		errors: problems.filter(isError),
		warnings: problems.filter((one) => !isError(one)),
	};
}
