import { addresses } from '../versions/addresses.ts';
import { inWords } from '../versions/dates.ts';
import { plain } from '../text/document.ts';
import { escaped } from '../text/html.ts';
import { lineage } from '../versions/lineage.ts';
import { text } from '../redline/edits.ts';
import { excerpts } from '../redline/excerpts.ts';
import type { ClauseChange } from '../redline/changes.ts';
import { redlineOf } from '../redline/remembered.ts';
import { summary, untouched } from '../redline/summary.ts';
import type { Edition, Published } from '../versions/versions.ts';

/** Something that happened to a policy on a day: a version was announced, or came into force. */
export interface Entry {
	/** A tag URI that stays the same for ever. */
	readonly id: string;
	/** ISO date. */
	readonly date: string;
	readonly title: string;
	/** A path from the site's root. */
	readonly link: string;
	/** Notes and changed sentences as HTML. */
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
export const entries = (feed: Feed): Entry[] =>
	feed.policies
		.flatMap((policy) => policy.editions.flatMap((edition) => entriesOf(policy, edition, feed)))
		.toSorted((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id));

function entriesOf(policy: Published, edition: Edition, { site, editorial }: Feed): Entry[] {
	const { announced, date, kind } = edition;
	if (announced === undefined || (kind === 'editorial' && !editorial)) return [];
	const { before } = lineage(policy, edition);
	const link = before ? addresses.changes(policy.slug, date) : addresses.edition(policy.slug, date);
	const tag = `tag:${new URL(site).hostname},2026:${policy.slug}@${date}`;
	const shared = { link, html: content(policy, edition, before) };
	const inForce = {
		...shared,
		id: `${tag}/in-force`,
		date,
		title: `${policy.title}: new version in force`,
	};
	const title = `${policy.title}: new version from ${inWords(date)}`;
	const told = { ...shared, id: `${tag}/announced`, date: announced, title };
	const both = announced < date && kind !== 'editorial' ? [told, inForce] : [inForce];
	return both.filter((entry) => entry.date <= policy.asOf);
}

function content(policy: Published, edition: Edition, before: Edition | undefined): string {
	const { date, changes } = edition;
	if (!before) return `<p>The first version applies from ${inWords(date)}.</p>`;
	const notes = changes.map(({ what, why }) => `<li>${escaped(what)} ${escaped(why)}</li>`);
	const touched = redlineOf(before, edition).filter((change) => !untouched(change));
	return [
		`<p>The version of ${inWords(date)} replaces the version of ${inWords(before.date)}.</p>`,
		notes.length > 0 ? `<ul>${notes.join('')}</ul>` : '',
		...touched.map((change) => clauseHtml(policy, edition, change)),
	].join('');
}

/** A changed clause with the sentences that changed, each in its own paragraph. */
function clauseHtml({ slug }: Published, { date }: Edition, change: ClauseChange): string {
	const { id, is, title } = change;
	const words = text(title, is ? 'new' : 'old');
	const page = is ? addresses.edition(slug, date) : addresses.changes(slug, date);
	const heading = `<a href="${page}#${id}">${is ? `${is.number} ` : ''}${escaped(plain(words))}</a>`;
	const sentences = excerpts(change).map((html) => `<p>${html}</p>`);
	return `<h3>${heading}</h3><p>${summary(change)}</p>${sentences.join('')}`;
}
