import type { Clause } from '#src/policies/text/document.ts';
import { inForce } from '#src/policies/versions/versions.ts';
import { policies } from './policies.ts';

/** A clause of the privacy policy in force. Throws an Error where it has none with this id. */
export async function privacyClause(id: string): Promise<Clause> {
	const privacy = (await policies()).find(({ slug }) => slug === 'privacy');
	const clause = privacy && inForce(privacy)?.document.find((one) => one.id === id);
	if (!clause) throw new Error(`The privacy policy in force has no clause “${id}”`);
	return clause;
}
