import { privacySlug } from '../versions/addresses.ts';
import { isError, type Problem } from '../problem.ts';
import type { Policy } from '../versions/versions.ts';
import { readable, type Readable } from './clauses/ruled.ts';
import { bankHolidayMistakes } from './facts/bank-holidays.ts';
import { readCompany } from './facts/company.ts';
import { formMistakes } from './facts/forms.ts';
import { mentions } from './facts/mentions.ts';
import { folderMistakes, nameMistakes } from './files/names.ts';
import { bankHolidays } from './files/read-site.ts';
import type { Site } from './files/site.ts';
import { linkMistakes } from './links/link-rules.ts';
import type { Places } from './links/places.ts';
import { routes, sitePlaces } from './links/site-places.ts';
import { lockMissing, publishedMistakes } from './lock/published.ts';
import { readLockFile } from './lock/read-lock.ts';
import { relianceMistakes } from './meaning/relied-on.ts';
import { drawnPages } from './pages/drawn.ts';
import { pageMistakes, readPages } from './pages/pages.ts';
import { imageMistakes } from './pages/page-rules.ts';
import { type PolicyFiles, policyFiles } from './policies/policy-files.ts';
import { policyMistakes } from './policies/rules.ts';
import { causes, inOrder } from './source/order.ts';
import { characters } from './words/characters.ts';
import { textMistakes } from './words/text-rules.ts';
import { placeholdersIn } from './words/unfinished.ts';

/** What the check found, and the policies as far as they can be read. */
export interface Checked {
	readonly problems: readonly Problem[];
	readonly policies: readonly Policy[];
}

/** The policies of a site taken apart, with what the lock says of them. */
function takePolicies(site: Site) {
	const policies = policyFiles(site);
	const lock = readLockFile(site.texts.get(`${site.policies}.lock.json`));
	const versions = new Map(
		policies.map((policy) => [
			policy.slug,
			readable(policy, (slug, version) => lock.hashOf(slug, version)),
		]),
	);
	return { policies, lock, versions };
}

type Taken = ReturnType<typeof takePolicies>;

const read = ({ policies, versions }: Taken): Policy[] =>
	policies.flatMap(({ slug, registry }) => {
		const facts = registry?.yaml.value;
		const own = versions.get(slug) ?? [];
		return facts ? [{ ...facts, slug, versions: own.map(({ version }) => version) }] : [];
	});

/** The mistakes in the policies themselves, and between them and the lock. */
function ownMistakes(site: Site, taken: Taken, today: string): Problem[] {
	const { policies, lock, versions } = taken;
	return [
		...site.problems,
		...policies.flatMap((policy) => policyMistakes(policy, versions.get(policy.slug) ?? [], today)),
		...lock.problems,
		...lockMissing({ lock, folder: site.policies, versions }, today),
		...publishedMistakes({ lock, folder: site.policies, policies, versions }),
	];
}

/** Checks policies alone: what they say, and how they follow one another and the lock. */
export function checkPolicies(site: Site, today: string): Checked {
	const taken = takePolicies(site);
	return { problems: inOrder(ownMistakes(site, taken, today)), policies: read(taken) };
}

/** Checks everything that editors write: policies, pages, facts, forms, links and the names of files. */
export function checkSite(site: Site, today: string): Checked {
	const taken = takePolicies(site);
	const { policies, versions } = taken;
	const drawn = drawnPages(site);
	const pages = readPages(site);
	const facts = site.texts.get('src/company.ts');
	const company = facts && readCompany(facts);
	const holidays = site.texts.get(bankHolidays);
	const places = sitePlaces({ site, company, drawn, pages, policies });
	const newest = [...versions.values()].flatMap((own) => own.at(-1) ?? []);
	const written = [...site.texts.values()].filter(({ path }) => /\.(?:mdx|yaml)$/.test(path));
	const forms = [...site.texts.values()].filter(({ path }) => path.startsWith('src/forms/'));
	const problems = [
		...ownMistakes(site, taken, today),
		...nameMistakes(site),
		...folderMistakes(site, new Set(routes(site))),
		...written.flatMap(characters),
		...policies.flatMap((policy) => wordMistakes(policy, versions.get(policy.slug) ?? [], places)),
		...policies.flatMap(({ registry }) =>
			registry ? placeholdersIn(registry.file, [0, registry.file.text.length]) : [],
		),
		...pageMistakes({ site, pages, drawn, places }),
		...(company?.problems ?? []),
		...(company ? newest.flatMap(({ text }) => mentions(text, company)) : []),
		...formMistakes(forms),
		...relianceMistakes(site, versions.get(privacySlug) ?? [], today),
		...(holidays ? bankHolidayMistakes(holidays, today) : []),
	];
	return { problems: inOrder(causes(problems, site.texts)), policies: read(taken) };
}

/** What is wrong with the words of the versions that may still change, and with their links. */
function wordMistakes(
	{ slug, versions }: PolicyFiles,
	own: readonly Readable[],
	places: Places,
): Problem[] {
	const files = new Set([...places.addresses].filter((address) => /\.\w+$/.test(address)));
	return versions.flatMap(({ file, text, date, front }) => {
		const version = own.find((one) => one.file === file);
		if (!text || version?.frozen) return [];
		const raw: unknown = front?.raw;
		const forReaders =
			typeof raw === 'object' && raw !== null && 'announced' in raw && Boolean(raw.announced);
		const ids = version?.version.document.flatMap(({ id, blocks }) => [
			id,
			...blocks.flatMap((block) => block.anchors),
		]);
		const here = { address: `/${slug}/${date}/`, anchors: new Set(ids ?? []) };
		return [
			...textMistakes(text, { forReaders }),
			...(forReaders ? placeholdersIn(file, [0, text.body[0]]) : []),
			...imageMistakes(text, files),
			...(version ? linkMistakes(text, places, here) : []),
		].filter((one) => !version?.published || isError(one));
	});
}
