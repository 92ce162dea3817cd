import type { ClauseChange } from '../redline/changes.ts';
import { type Edit, text } from '../redline/edits.ts';
import { changedPassages } from '../redline/excerpts.ts';
import { redline } from '../redline/redline.ts';
import { summary, untouched } from '../redline/summary.ts';
import { plain, type Run } from '../text/document.ts';
import { escapeHtml } from '#src/escape-html.ts';
import { runHtml } from '../text/html.ts';
import { addresses } from '../versions/addresses.ts';
import { inWords } from '../versions/dates.ts';
import { lineage } from '../versions/lineage.ts';
import type { Edition, Published } from '../versions/versions.ts';

const known = new WeakMap<Edition, string>();

/**
 * What a version changed, as HTML that says the same when a reader keeps the words alone: notes, and each changed
 * sentence before and now. Both entries of a version have it, in each feed and format; it is made once.
 */
export function content(policy: Published, edition: Edition): string {
	const html = known.get(edition) ?? drawn(policy, edition);
	known.set(edition, html);
	return html;
}

function drawn(policy: Published, edition: Edition): string {
	const { date, changes, document } = edition;
	const { before } = lineage(policy, edition);
	if (!before) return `<p>The first version applies from ${inWords(date)}.</p>`;
	const notes = changes.map(({ what, why }) => `<li>${escapeHtml(what)} ${escapeHtml(why)}</li>`);
	const touched = redline(before.document, document).filter((change) => !untouched(change));
	return [
		`<p>The version of ${inWords(date)} replaces the version of ${inWords(before.date)}.</p>`,
		notes.length > 0 ? `<ul>${notes.join('')}</ul>` : '',
		...touched.map((change) => clauseHtml(policy, edition, change)),
	].join('');
}

/** A changed clause with the sentences that changed, each in a paragraph of its own. */
function clauseHtml({ slug }: Published, { date }: Edition, change: ClauseChange): string {
	const { id, is, title } = change;
	const words = text(title, is ? 'new' : 'old');
	const page = is ? addresses.edition(slug, date) : addresses.changes(slug, date);
	const heading = `<a href="${page}#${id}">${is ? `${is.number} ` : ''}${escapeHtml(plain(words))}</a>`;
	const passages = changedPassages(change).map(passageHtml);
	return `<h3>${heading}</h3><p>${summary(change)}</p>${passages.join('')}`;
}

/** What stands elsewhere now is told where it stands now. */
const inPlace = (edits: readonly Edit[]): Edit[] =>
	edits.flatMap((edit) => {
		if (edit.op === 'moved') return inPlace(edit.edits);
		return edit.op === 'left' ? [] : [edit];
	});

function passageHtml(edits: readonly Edit[]): string {
	const told = inPlace(edits);
	const [was, is] = [wordsOf(text(told, 'old')).trim(), wordsOf(text(told, 'new')).trim()];
	if (was === is) return is && `<p><strong>Moved:</strong> ${is}</p>`;
	if (!was) return `<p><strong>New:</strong> ${is}</p>`;
	if (!is) return `<p><strong>Removed:</strong> ${was}</p>`;
	return `<p><strong>Before:</strong> ${was}</p><p><strong>Now:</strong> ${is}</p>`;
}

/** Words with what every reader of feeds keeps: no titles, no targets inside a page that is not there. */
const wordsOf = (runs: readonly Run[]): string =>
	runs
		.map(({ abbr: _, note, ...run }) => runHtml(note ? { ...run, text: `[${run.text}]` } : run))
		.join('')
		.replaceAll('\t', ' · ');
