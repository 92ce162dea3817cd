import { hashOf } from '../text/canonical.ts';
import type { Document } from '../text/document.ts';
import type { FrontMatter, PolicyFacts } from './front-matter.ts';

/** One frozen text of a policy. */
export interface Version extends FrontMatter {
	/** The effective date, ISO, by the clocks of the organisation. */
	readonly date: string;
	readonly document: Document;
	/** SHA-256 of the canonical text, hexadecimal. */
	readonly hash: string;
}

/** A policy with all its versions, oldest first. */
export interface Policy extends PolicyFacts {
	/** The folder's name, which is also its address. */
	readonly slug: string;
	readonly versions: readonly Version[];
}

type State = 'draft' | 'upcoming' | 'in force' | 'superseded';

/** A version as it stands on a certain day. */
export interface Edition extends Version {
	readonly state: State;
}

/** A policy as readers see it on a certain day: its editions oldest first. */
export interface Published extends PolicyFacts {
	readonly slug: string;
	/** The day, ISO. */
	readonly asOf: string;
	readonly editions: readonly Edition[];
}

/** What readers of `today` see of a policy; `drafts` shows them what nobody was told yet. */
export function publish(policy: Policy, today: string, { drafts = false } = {}): Published {
	const { versions, ...facts } = policy;
	const told = versions.filter(({ announced }) => announced !== undefined && announced <= today);
	const applies = told.findLast(({ date }) => date <= today);
	const editions = versions.map((version): Edition => {
		if (!told.includes(version)) return { ...version, state: 'draft' };
		if (version === applies) return { ...version, state: 'in force' };
		return { ...version, state: version.date > today ? 'upcoming' : 'superseded' };
	});
	const shown = drafts ? editions : editions.filter(({ state }) => state !== 'draft');
	return { ...facts, asOf: today, editions: shown };
}

/** A hash that changes when anything about a policy does that its pages show. */
export const digestOf = ({ asOf: _, editions, ...facts }: Published): string => {
	const shown = editions.map(({ document: _, ...edition }) => edition);
	return hashOf(JSON.stringify([facts, shown]));
};

/** The policies of which readers of `today` see anything. */
export const publishAll = (
	policies: readonly Policy[],
	today: string,
	options: { readonly drafts?: boolean } = {},
): Published[] =>
	policies
		.map((policy) => publish(policy, today, options))
		.filter(({ editions }) => editions.length > 0);

/** What the page of a policy shows: the edition in force, before its first day the first one that is announced, or a draft. */
export const onShow = (policy: Published): Edition | undefined =>
	inForce(policy) ??
	policy.editions.find(({ state }) => state === 'upcoming') ??
	policy.editions.at(-1);

/** The edition in force; undefined before a new policy's first day. */
export const inForce = ({ editions }: Published): Edition | undefined =>
	editions.find(({ state }) => state === 'in force');
