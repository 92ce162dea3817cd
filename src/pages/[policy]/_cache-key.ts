import { policyLinks } from '#src/layouts/policies-in-order.ts';
import { showsDrafts } from '#src/policies/versions/clock.ts';
import { digestOf, type Published } from '#src/policies/versions/versions.ts';

/**
 * What the pages of a policy are made from besides their code: the policy, and the links of every page. None where
 * drafts show, because every page then tells of all of them.
 */
export async function cacheKeys(): Promise<(policy: Published) => { cacheKey?: string }> {
	if (showsDrafts(process.env, import.meta.env.DEV)) return () => ({});
	const links = JSON.stringify(await policyLinks());
	return (policy) => ({ cacheKey: `${digestOf(policy)} ${links}` });
}
