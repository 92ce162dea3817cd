import { company } from '#src/company.ts';
import { addresses } from '#src/policies/versions/addresses.ts';
import { inWords } from '#src/policies/versions/dates.ts';
import { isPublic } from '#src/policies/versions/lock.ts';
import { git, productionBranch, productionRef } from './git.ts';
import { policyFolder } from './policies.ts';

/** The version that is asked about, and the day on which. */
export interface Question {
	readonly root: string;
	readonly slug: string;
	readonly date: string;
	/** ISO; undefined for a draft. */
	readonly announced: string | undefined;
	/** Today, ISO. */
	readonly day: string;
	/** The site to ask, without a slash at the end. */
	readonly site?: string | undefined;
}

/** One thing that was looked at, and whether it shows that readers could have seen the version; undefined where that could not be found out. */
export interface Evidence {
	readonly seen: boolean | undefined;
	readonly words: string;
}

/**
 * What tells whether readers could have seen a version: the day of its announcement, the production branch with its
 * history, and the site itself. Nothing more is asked where the day has not come.
 */
export async function evidence(question: Question): Promise<readonly Evidence[]> {
	const { announced, day } = question;
	if (announced === undefined)
		return [{ seen: false, words: 'It has no announcement.' }, await branch(question)];
	if (!isPublic({ announced }, day)) {
		const words = `Its announcement is for ${inWords(announced)}, which has not come.`;
		return [{ seen: false, words }];
	}
	const words = `The day of its announcement, ${inWords(announced)}, has come.`;
	const [history, record] = await Promise.all([branch(question), site(question)]);
	return [{ seen: false, words }, history, record];
}

const unknown = (words: string): Evidence => ({ seen: undefined, words });

/** Whether the production branch ever held the version when its announcement had come. */
async function branch({ root, slug, date, day }: Question): Promise<Evidence> {
	const ref = await productionRef(root);
	if (ref === undefined)
		return unknown(
			`The branch ${productionBranch} could not be read. Is this a clone, and is the server within reach?`,
		);
	if ((await git(root, 'rev-parse', '--is-shallow-repository')) !== 'false')
		return unknown('This clone has not the whole history. Run: git fetch --unshallow');
	const file = `${policyFolder}/${slug}/${date}.mdx`;
	const log = await git(root, 'log', '--first-parent', '--format=%H', ref, '--', file);
	if (log === undefined) return unknown(`The history of ${ref} could not be read.`);
	for (const commit of log.split('\n').filter(Boolean)) {
		const announced = announcement((await git(root, 'show', `${commit}:${file}`)) ?? '');
		if (isPublic({ announced }, day))
			return {
				seen: true,
				words: `${ref} holds it, or held it, announced for ${announced} (commit ${commit.slice(0, 8)}).`,
			};
	}
	return {
		seen: false,
		words: `${ref} never held it with an announcement that has come.`,
	};
}

const announcement = (source: string): string | undefined =>
	/^announced\s*:\s*["']?(\d{4}-\d\d-\d\d)/m.exec(source)?.[1];

/** How long the site may take to answer, in milliseconds. */
const timeout = 10_000;

/** Whether the site's own record of versions names the version. */
async function site({ slug, date, site: origin = company.site }: Question): Promise<Evidence> {
	const address = origin + addresses.record(slug);
	try {
		const response = await fetch(address, {
			signal: AbortSignal.timeout(timeout),
		});
		if (response.status === 404) return { seen: false, words: `${address} is not there.` };
		if (!response.ok) return unknown(`${address} answered ${response.status}.`);
		const { versions } = (await response.json()) as {
			versions: { effective: string }[];
		};
		const seen = versions.some(({ effective }) => effective === date);
		return {
			seen,
			words: `${address} ${seen ? 'shows it' : 'does not show it'}.`,
		};
	} catch {
		return unknown(`${address} could not be read. Try again when you are online.`);
	}
}

/** The evidence as lines. */
export const evidenceLines = (found: readonly Evidence[]): string =>
	found.map(({ words }) => `  - ${words}`).join('\n');

/** Whether nobody can have seen the version. */
export const unseen = (found: readonly Evidence[]): boolean =>
	found.every(({ seen }) => seen === false);
