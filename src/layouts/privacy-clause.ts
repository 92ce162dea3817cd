import type { Clause } from '#src/policies/text/document.ts';
import { privacySlug } from '#src/policies/versions/addresses.ts';
import { inForce } from '#src/policies/versions/versions.ts';
import { policies } from './policies.ts';

/** A clause of the privacy policy in force; undefined where it has none with this id. */
export async function privacyClause(id: string): Promise<Clause | undefined> {
	const privacy = (await policies()).find(({ slug }) => slug === privacySlug);
	return privacy && inForce(privacy)?.document.find((one) => one.id === id);
}
