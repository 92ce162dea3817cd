import type { Company } from '../facts/company.ts';
import type { Site } from '../files/site.ts';
import { addressOf, type Drawn } from '../pages/drawn.ts';
import { tagsOf } from '../pages/page-rules.ts';
import type { PageFile } from '../pages/page-file.ts';
import type { PolicyFiles } from '../policies/policy-files.ts';
import { headings } from '../words/headings.ts';
import { type Text, wordsOf } from '../words/text.ts';
import { glance, privacySlug } from '../../versions/addresses.ts';
import type { Places } from './places.ts';

interface Given {
	readonly site: Site;
	readonly company?: Company | undefined;
	readonly drawn: readonly Drawn[];
	readonly pages: readonly PageFile[];
	readonly policies: readonly PolicyFiles[];
}

/** The addresses of the routes that have no parameters, such as `/contact/`. */
export const routes = ({ paths }: Site): string[] =>
	paths
		.filter(
			(path) =>
				/^src\/pages\/.*\.(?:astro|ts)$/.test(path) &&
				!/[[\]]|\/_|\/templates\/|\/404\./.test(path),
		)
		.map((path) =>
			path.endsWith('.ts') ? path.replace(/^src\/pages|\.ts$/g, '') : addressOf(path),
		);

/** What links of the site may lead to, as far as its sources say. */
export function sitePlaces({ site, company, drawn, pages, policies }: Given): Places {
	const host = company?.site?.value.replace(/^https?:\/\//, '') ?? '';
	const files = site.paths
		.filter((path) => path.startsWith('public/'))
		.map((path) => path.slice('public'.length));
	const ofPolicies = policies.flatMap(policyAddresses);
	const addresses = new Set([
		...routes(site),
		...files,
		...ofPolicies,
		'/feed.xml',
		'/feed.json',
		'/sitemap-index.xml',
	]);
	return {
		addresses,
		hosts: host === '' ? [] : [host, host.replace(/^www\./, '')],
		clauses: (address) => policyAt(policies, address)?.registry?.yaml.value?.clauses,
		anchors: (address) => policyAnchors(policies, address) ?? pageAnchors(drawn, pages, address),
		ofFile: (name) => fileAddress(name, drawn, policies),
	};
}

function policyAddresses({ slug, versions }: PolicyFiles): string[] {
	const dated = versions.flatMap(({ date }) => [
		...[
			`/${slug}/${date}/`,
			`/${slug}/${date}/changes/`,
			`/${slug}/${date}.md`,
			`/${slug}/${date}.txt`,
		],
		`/${slug}/since/${date}/`,
		...versions
			.filter((one) => one.date < date)
			.map((one) => `/${slug}/${date}/changes/${one.date}/`),
	]);
	return [
		`/${slug}/`,
		`/${slug}/versions/`,
		`/${slug}/feed.xml`,
		`/${slug}/feed.json`,
		`/${slug}/versions.json`,
		...dated,
	];
}

const policyAt = (policies: readonly PolicyFiles[], address: string) =>
	policies.find(({ slug }) => address === `/${slug}/` || address.startsWith(`/${slug}/`));

/** The ids of a policy's clauses: of one version, or of its newest. */
function policyAnchors(
	policies: readonly PolicyFiles[],
	address: string,
): ReadonlySet<string> | undefined {
	const policy = policyAt(policies, address);
	const [, date] = address.split('/').filter(Boolean);
	if (!policy || (date !== undefined && !/^\d{4}-/.test(date))) return undefined;
	const known = policy.registry?.yaml.value?.clauses;
	const version = policy.versions.find((one) => one.date === date);
	if (version?.parsed) return new Set(version.parsed.document.map(({ id }) => id));
	if (!known) return undefined;
	const living = Object.keys(known).filter((id) => known[id]?.removed === undefined);
	return new Set([...living, ...(policy.slug === privacySlug ? [glance] : [])]);
}

function pageAnchors(
	drawn: readonly Drawn[],
	pages: readonly PageFile[],
	address: string,
): ReadonlySet<string> | undefined {
	const page = drawn.find((one) => one.address === address);
	const file = page && pages.find(({ entry }) => entry === page.entry);
	return page && file?.text ? idsOn(file.text, page) : undefined;
}

/** The places on a page: its own ids, those of its headings and those of its components. */
export function idsOn(text: Text, { components }: Drawn): ReadonlySet<string> {
	const own = tagsOf(text).flatMap(({ attributes }) =>
		attributes.flatMap((one) =>
			one.type === 'mdxJsxAttribute' && one.name === 'id' && typeof one.value === 'string'
				? [one.value]
				: [],
		),
	);
	const slugs = headings(text).map((heading) => slug(wordsOf(heading)));
	return new Set(['main', ...own, ...slugs, ...components.flatMap(({ ids }) => ids)]);
}

const slug = (words: string): string =>
	words
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replace(/\s/g, '-');

/** The address of the page that is made from a file, by the end of the file's path. */
function fileAddress(
	name: string,
	drawn: readonly Drawn[],
	policies: readonly PolicyFiles[],
): string | undefined {
	const parts = name
		.replace(/\.\w+$/, '')
		.split('/')
		.filter((part) => !/^\.*$/.test(part));
	const [last = ''] = parts.slice(-1);
	const policy = policies.find(({ slug }) => parts.includes(slug));
	if (policy) return `/${policy.slug}/`;
	return drawn.find(({ entry, address }) => entry === last || (last === 'index' && address === '/'))
		?.address;
}
