import { addresses } from '#src/policies/versions/addresses.ts';
import { policies } from './policies.ts';
import { type Edition, onShow, type Published } from '#src/policies/versions/versions.ts';

/** A policy with what its page shows of it, its address and its title. */
export interface Listed {
	readonly href: string;
	readonly title: string;
	readonly policy: Published;
	readonly edition: Edition;
}

/** The order last asked for, and the policies that it is of: every page asks. */
let known: { readonly of: readonly Published[]; readonly listed: readonly Listed[] } | undefined;

/** The policies that have a page, in the one order in which every list of them stands: that of `order` in their `policy.yaml`. */
export async function policiesInOrder(): Promise<readonly Listed[]> {
	const all = await policies();
	if (known?.of !== all) known = { of: all, listed: inOrder(all) };
	return known.listed;
}

const byTitle = new Intl.Collator('en-GB').compare;

function inOrder(all: readonly Published[]): Listed[] {
	const listed = all.flatMap((policy): Listed[] => {
		const edition = onShow(policy);
		const { slug, title } = policy;
		return edition ? [{ href: addresses.policy(slug), title, policy, edition }] : [];
	});
	const place = ({ policy }: Listed) => policy.order ?? Number.MAX_VALUE;
	return listed.toSorted((a, b) => place(a) - place(b) || byTitle(a.title, b.title));
}

/** Up to how many policies every page names them all. */
const fewPolicies = 8;

/** What every page leads to: all policies where they are few, or else the list of them. */
export async function policyLinks(): Promise<readonly Pick<Listed, 'href' | 'title'>[]> {
	const all = await policiesInOrder();
	return all.length <= fewPolicies ? all : [{ href: '/', title: 'All policies' }];
}

/** Policies whose titles start with the same letter. */
export interface Initial {
	readonly initial: string;
	readonly listed: readonly Listed[];
}

/** Policies by the first letter of their titles, in alphabetical order; those that start with none come last. */
export function byInitial(all: readonly Listed[]): Initial[] {
	const sorted = all.toSorted((a, b) => byTitle(a.title, b.title));
	const letterOf = ({ title }: Listed) =>
		/^[A-Z]/.exec(title.normalize('NFD').toUpperCase())?.[0] ?? '0–9';
	const groups = [...Map.groupBy(sorted, letterOf)];
	const last = (initial: string) => (/^[A-Z]$/.test(initial) ? 0 : 1);
	return groups
		.map(([initial, listed]) => ({ initial, listed }))
		.toSorted((a, b) => last(a.initial) - last(b.initial) || byTitle(a.initial, b.initial));
}
