import { isFresh } from '#src/commands/build/stamp.ts';

/** Refuses to test a build that was made of something else than what is there now. */
export default async function requireFreshBuild(): Promise<void> {
	if (await isFresh()) return;
	throw new Error(
		'What is built is older than the sources, or nothing is built. Run `npm run build`, then the tests again.',
	);
}
