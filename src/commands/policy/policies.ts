import { join, relative } from 'node:path';
import { company } from '#src/company.ts';
import { readFolder } from '#src/policies/read.ts';
import { folderOf, today } from '#src/policies/versions/clock.ts';
import type { Policy, Version } from '#src/policies/versions/versions.ts';
import { type Terminal, UsageError } from './subcommand.ts';

/** Where the policies stand, from the root of the project. */
export const policyFolder = folderOf({});

/** The folder of the policies, as messages name it. */
export const folderIn = ({ root }: Pick<Terminal, 'root'>): string =>
	relative(process.cwd(), join(root, policyFolder));

/** Today's ISO date by the clocks of the organisation. */
export const dayIn = ({ variables, now }: Pick<Terminal, 'variables' | 'now'>): string =>
	today(variables, company.timeZone, new Date(now()));

/** The policy of that name, its mistakes passed over; throws a UsageError that names those there are. */
export function findPolicy(folder: string, slug: string): Policy {
	const { policies, problems } = readFolder(folder);
	const policy = policies.find((one) => one.slug === slug);
	if (policy) return policy;
	const which = slug === '' ? 'Name a policy.' : `There is no policy “${slug}”.`;
	const mistakes = problems.length > 0 ? ` ${mistaken}` : '';
	throw new UsageError(
		`${which} There are: ${policies.map((one) => one.slug).join(', ')}.${mistakes}`,
	);
}

const mistaken = 'A file with mistakes may be missing here: `npm run policy -- check` names them.';

/** The version of that day; throws a UsageError that names those there are. */
export function findVersion({ slug, versions }: Policy, date: string): Version {
	const version = versions.find((one) => one.date === date);
	if (version) return version;
	const which = date === '' ? `Name a version of ${slug}.` : `${slug} has no version “${date}”.`;
	throw new UsageError(
		`${which} There are: ${versions.map((one) => one.date).join(', ')}. ${mistaken}`,
	);
}
