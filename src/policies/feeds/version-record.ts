import { addresses } from '../versions/addresses.ts';
import { canonical, hashOf } from '../text/canonical.ts';
import { type Document, numbers, plain } from '../text/document.ts';
import type { Edition, Published } from '../versions/versions.ts';

/** The versions of a policy for machines: dates, hashes and clauses, newest first; addresses start with `site`. */
export const versionRecord = (policy: Published, site: string) => ({
	policy: policy.slug,
	title: policy.title,
	address: site + addresses.policy(policy.slug),
	versions: policy.editions.toReversed().map((edition) => version(policy.slug, edition, site)),
});

const version = (slug: string, edition: Edition, site: string) => ({
	effective: edition.date,
	announced: edition.announced ?? null,
	state: edition.state,
	kind: edition.kind,
	sha256: edition.hash,
	address: site + addresses.edition(slug, edition.date),
	markdown: site + addresses.markdown(slug, edition.date),
	text: site + addresses.plainText(slug, edition.date),
	clauses: clauses(edition.document),
});

function clauses(document: Document) {
	const number = numbers(document);
	return document.map((clause, index) => ({
		id: clause.id,
		number: number[index] ?? '',
		title: plain(clause.title),
		sha256: hashOf(canonical([clause])),
	}));
}

/** A version as Markdown: facts between two lines of `---`, then the canonical text that its hash is made of. */
export const markdownFile = ({ slug, title }: Published, edition: Edition, site: string): string =>
	`---
title: ${title}
effective: "${edition.date}"
state: ${edition.state}
sha256: ${edition.hash}
address: ${site}${addresses.edition(slug, edition.date)}
---
${canonical(edition.document)}`;

/** An overview of all policies for language models, in the form of llmstxt.org. */
export function llmsText(
	policies: readonly Published[],
	{ name, site }: { name: string; site: string },
): string {
	const lines = (wanted: (edition: Edition) => boolean) =>
		policies.flatMap(({ slug, title, editions }) =>
			editions.filter(wanted).map(({ date, state }) => {
				const applies =
					state === 'in force'
						? 'in force from'
						: state === 'upcoming'
							? 'applies from'
							: 'applied from';
				return `- [${title}, version of ${date}](${site}${addresses.markdown(slug, date)}): ${applies} ${date}`;
			}),
		);
	const section = (heading: string, found: readonly string[]) =>
		found.length > 0 ? `\n## ${heading}\n\n${found.join('\n')}\n` : '';
	return [
		`# ${name}\n\n> The policies of ${name}. Cite the versions in force, and name the version by its date.\n`,
		section(
			'In force',
			lines(({ state }) => state === 'in force'),
		),
		section(
			'Announced, not yet in force',
			lines(({ state }) => state === 'upcoming'),
		),
		section(
			'Superseded: do not cite as current',
			lines(({ state }) => state === 'superseded'),
		),
		section(
			'Machine-readable',
			policies.map(
				({ slug, title }) => `- [${title}: versions and hashes](${site}${addresses.record(slug)})`,
			),
		),
	].join('');
}
