import { getCollection } from 'astro:content';
import { addresses } from '#src/policies/versions/addresses.ts';
import { type Edition, onShow, type Published } from '#src/policies/versions/versions.ts';

/** A policy with what its page shows of it, its address and its title. */
export interface Listed {
	readonly href: string;
	readonly title: string;
	readonly policy: Published;
	readonly edition: Edition;
}

/** The policies that have a page, in the one order in which every list of them stands: that of `order` in their `policy.yaml`. */
export async function policiesInOrder(): Promise<readonly Listed[]> {
	const entries = await getCollection('policies');
	const listed = entries.flatMap(({ data: { policy } }): Listed[] => {
		const edition = onShow(policy);
		const { slug, title } = policy;
		return edition ? [{ href: addresses.policy(slug), title, policy, edition }] : [];
	});
	const place = ({ policy }: Listed) => policy.order ?? Number.POSITIVE_INFINITY;
	return listed.toSorted((a, b) => place(a) - place(b) || a.title.localeCompare(b.title, 'en-GB'));
}
