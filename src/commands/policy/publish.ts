import { readPolicies } from '#src/policies/read.ts';
import { inWords } from '#src/policies/versions/dates.ts';
import {
	extended,
	isPublic,
	type Lock,
	lockName,
	readLock,
	writeLock,
} from '#src/policies/versions/lock.ts';
import type { Policy } from '#src/policies/versions/versions.ts';
import { readArguments } from './arguments.ts';
import { git, productionBranch, productionRef } from './git.ts';
import { dayIn, folderIn, policyFolder } from './policies.ts';
import type { ExitCode, Subcommand, Terminal } from './subcommand.ts';

const options = {
	'dry-run': { type: 'boolean', default: false },
	'any-branch': { type: 'boolean', default: false },
} as const;

/** Locks every version that readers can see from now on. */
export const publish: Subcommand = {
	usage: 'publish',
	words: 'Locks the versions that readers can see: announced, on the production branch.',
	help: `A version is published when its announcement has come and it stands on the branch ${productionBranch}. From then on it
cannot change, and the lock (${policyFolder}.lock.json) holds its words. The workflow “Publish” runs this
for you; nobody needs to run it by hand. Before that a version may be renamed, changed or withdrawn.

  --dry-run       says what would be locked, and writes nothing
  --any-branch    locks although this is not ${productionBranch} as the server has it, or there are changes that are not committed

It ends with 0 when all is locked, and with 1 when there are mistakes or this is not the production branch.`,
	async run(args, terminal) {
		const { values } = readArguments(args, { options, words: 0 });
		const refused = values['any-branch'] ? undefined : await notInProduction(terminal.root);
		if (refused !== undefined && !values['dry-run']) {
			terminal.note(refused);
			return 1;
		}
		if (refused !== undefined) terminal.note(refused);
		return lockAll(terminal, values['dry-run']);
	},
};

/** Why what is here is not what the site is built from; undefined where it is. */
async function notInProduction(root: string): Promise<string | undefined> {
	const again = 'The workflow locks it once it is there. (--any-branch locks all the same.)';
	const ref = await productionRef(root);
	if (ref === undefined)
		return `The branch ${productionBranch} could not be read, so nobody knows what readers can see. ${again}`;
	if ((await git(root, 'merge-base', '--is-ancestor', 'HEAD', ref)) === undefined)
		return `What is here is not on ${ref} yet, so readers cannot see it. ${again}`;
	if ((await git(root, 'status', '--porcelain', '--', policyFolder)) !== '')
		return `There are changes in ${policyFolder} that are not committed, so readers cannot see them. ${again}`;
	return undefined;
}

function lockAll(terminal: Terminal, dryRun: boolean): ExitCode {
	const { print, note } = terminal;
	const [folder, day] = [folderIn(terminal), dayIn(terminal)];
	let policies: readonly Policy[];
	try {
		policies = readPolicies(folder);
	} catch (error) {
		note(error instanceof Error ? error.message : String(error));
		return 1;
	}
	const { lock } = readLock(folder);
	const after = extended(lock, policies, day);
	const fresh = Object.keys(after).filter((name) => !Object.hasOwn(lock, name));
	if (!dryRun && fresh.length > 0) writeLock(folder, after);
	const done = dryRun ? 'Would lock' : 'Locked';
	print(fresh.length > 0 ? `${done} ${fresh.join(', ')}.` : 'Nothing new to lock.');
	for (const line of waiting(policies, after, day)) print(line);
	return 0;
}

/** What is announced for a day to come. */
const waiting = (policies: readonly Policy[], lock: Lock, day: string): string[] =>
	policies.flatMap(({ slug, versions }) =>
		versions.flatMap(({ date, announced }) => {
			const name = lockName(slug, date);
			if (announced === undefined || isPublic({ announced }, day) || Object.hasOwn(lock, name))
				return [];
			return [`${name} is locked on ${inWords(announced)}, the day of its announcement.`];
		}),
	);
