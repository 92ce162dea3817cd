import { escapeHtml } from '#src/escape-html.ts';
import { addresses } from '../versions/addresses.ts';
import { inWords } from '../versions/dates.ts';
import type { Policy, Version } from '../versions/versions.ts';
import { type Passage, type ToldClause, toldClauses } from './told.ts';

/** The mail that tells of a version: facts only, and no promotion, so that it is a message about the service. */
export interface Notice {
	readonly subject: string;
	readonly text: string;
	readonly html: string;
}

/** A new version and the one that it replaces. */
export interface Change {
	readonly policy: Policy;
	readonly before: Version;
	readonly version: Version;
}

interface Sender {
	/** The site's address, without a slash at its end. */
	readonly site: string;
	/** Who writes: the name and the address of the organisation. */
	readonly from: string;
	/** What ends a mail to a list: how to stop it. A list of one’s own says that itself. */
	readonly stop?: Stop;
}

interface Stop {
	readonly words: string;
	/** The address, or what the provider puts it in the place of. */
	readonly link: string;
}

/** How Resend's broadcasts name the place of each reader's own way out. */
export const broadcastStop: Stop = {
	words: 'You asked us to tell you when this policy changes. To stop these messages:',
	link: '{{{RESEND_UNSUBSCRIBE_URL}}}',
};

/** A part of a notice: a heading, words, a list, or a link that stands by itself. */
type Part =
	| { readonly kind: 'heading' | 'words' | 'link'; readonly text: string }
	| { readonly kind: 'list'; readonly items: readonly string[] };

const words = (text: string): Part => ({ kind: 'words', text });

const passageParts = ({ was, is }: Passage): Part[] => {
	if (was === '') return [words(`New: ${is}`)];
	if (is === '') return [words(`Removed: ${was}`)];
	return [words(`Before: ${was}`), words(`Now: ${is}`)];
};

const clauseParts = ({ title, what, passages }: ToldClause): Part[] => [
	{ kind: 'heading', text: title },
	words(what),
	...passages.flatMap(passageParts),
];

function partsOf({ policy, before, version }: Change, { site, from, stop }: Sender): Part[] {
	const { slug, title } = policy;
	const { date, changes, urgent } = version;
	const name = title.toLowerCase();
	const notes = changes.map(({ what, why }) => `${what} ${why}`);
	return [
		words(
			`From ${inWords(date)}, a new version of our ${name} applies. Until then, the version of ${inWords(before.date)} does.`,
		),
		...(urgent ? [words(`It comes at shorter notice than usual: ${urgent}`)] : []),
		...(notes.length > 0 ? [{ kind: 'list', items: notes } as const] : []),
		words('Both versions side by side, with every change marked:'),
		{ kind: 'link', text: site + addresses.changes(slug, date) },
		...toldClauses(before, version).flatMap(clauseParts),
		words(from),
		...(stop ? [words(stop.words), { kind: 'link', text: stop.link } as const] : []),
	];
}

function asText(part: Part): string {
	if (part.kind === 'list') return part.items.map((item) => `– ${item}`).join('\n');
	return part.kind === 'heading' ? `## ${part.text}` : part.text;
}

const font = 'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5';

function asHtml(part: Part): string {
	if (part.kind === 'list') {
		return `<ul>${part.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
	}
	const text = escapeHtml(part.text);
	if (part.kind === 'heading') return `<h2 style="font-size:18px;margin:24px 0 0">${text}</h2>`;
	return part.kind === 'link' ? `<p><a href="${text}">${text}</a></p>` : `<p>${text}</p>`;
}

/** The notice of a version, as text and HTML, from the same data as the page of its changes. */
export function noticeOf(change: Change, sender: Sender): Notice {
	const { policy, version } = change;
	const subject = `Our ${policy.title.toLowerCase()} will change on ${inWords(version.date)}`;
	const parts = partsOf(change, sender);
	const body = parts.map(asHtml).join('\n');
	return {
		subject,
		text: `${parts.map(asText).join('\n\n')}\n`,
		html: `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(subject)}</title></head><body style="margin:16px;max-width:40em;${font}">\n${body}\n</body></html>\n`,
	};
}
