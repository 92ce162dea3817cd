import { escapeHtml } from '#src/escape-html.ts';
import { addresses } from '../versions/addresses.ts';
import { inWords } from '../versions/dates.ts';
import { lineage } from '../versions/lineage.ts';
import type { Edition, Published } from '../versions/versions.ts';
import { content } from './content.ts';

/** Something that happened to a policy on a day: a version was announced, or came into force. */
export interface Entry {
	/** A tag URI that stays the same for ever. */
	readonly id: string;
	/** ISO date. */
	readonly date: string;
	readonly title: string;
	/** A path from the site's root. */
	readonly link: string;
	/** Notes and changed sentences as HTML; made when it is asked for. */
	readonly html: string;
}

/** What a feed tells of. */
export interface Feed {
	readonly policies: readonly Published[];
	/** The site's address, whose host names the entries. */
	readonly site: string;
	/** Whether versions that change only the wording are told too. */
	readonly editorial: boolean;
}

/** The entries of a feed, newest first. The same policies on the same day give the same entries. */
export function entries(feed: Feed): Entry[] {
	const told = feed.policies.flatMap((policy) =>
		policy.editions.flatMap((edition) => entriesOf(policy, edition, feed)),
	);
	return grouped(told, feed.site).toSorted(
		(a, b) => compare(b.date, a.date) || compare(a.id, b.id),
	);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function entriesOf(policy: Published, edition: Edition, { site, editorial }: Feed): Entry[] {
	const { announced, date, kind } = edition;
	if (announced === undefined || (kind === 'editorial' && !editorial)) return [];
	const first = lineage(policy, edition).before === undefined;
	const link = first ? addresses.edition(policy.slug, date) : addresses.changes(policy.slug, date);
	const tag = `${tagOf(site)}${policy.slug}@${date}`;
	const entry = (id: string, day: string, title: string): Entry => ({
		...{ id, date: day, title: `${policy.title}: ${title}`, link },
		get html() {
			return content(policy, edition);
		},
	});
	const inForce = entry(`${tag}/in-force`, date, 'new version in force');
	const told = () => entry(`${tag}/announced`, announced, `new version from ${inWords(date)}`);
	const both = announced < date && kind !== 'editorial' ? [told(), inForce] : [inForce];
	return both.filter((one) => one.date <= policy.asOf);
}

const tagOf = (site: string): string => `tag:${new URL(site).hostname},2026:`;

/** From how many policies on, what happened to them on one day is told in one entry. */
const groupFrom = 10;

/** How many policies such an entry names. */
const named = 50;

/** The entries with those of one day and kind in one, where they are many: a reader wants news, not a flood. */
function grouped(told: readonly Entry[], site: string): Entry[] {
	const groups = Map.groupBy(told, ({ id, date }) => `${date}/${id.split('/').at(-1)}`);
	return [...groups].flatMap(([key, found]) =>
		found.length < groupFrom ? found : [together(`${tagOf(site)}@${key}`, found)],
	);
}

function together(id: string, found: readonly Entry[]): Entry {
	const what = id.endsWith('/announced') ? 'new versions announced' : 'new versions in force';
	const rest = found.length - named;
	return {
		...{ id, date: found[0]?.date ?? '', title: `${found.length} policies: ${what}`, link: '/' },
		get html() {
			const names = found
				.slice(0, named)
				.map(({ link, title }) => `<li><a href="${link}">${escapeHtml(title)}</a></li>`);
			const more = rest > 0 ? `<p>And ${rest} more: <a href="/">all policies</a>.</p>` : '';
			return `<ul>${names.join('')}</ul>${more}`;
		},
	};
}
