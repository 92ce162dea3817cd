import { choiceName, notices, type ReturnedNotices } from '#src/forms/notices.ts';
import { returned } from '#src/forms/outcomes.ts';
import type { Problems } from '#src/forms/read.ts';
import type { BuildData } from '../shared/build-data.ts';
import { html, named, redirect } from './pages.ts';
import { fillTemplate } from './template.ts';

/** What was typed and ticked. */
export interface TypedNotices {
	readonly email: string;
	readonly policies: readonly string[];
}

/** The form again, with what was typed and what has become of it. */
export function noticesPage(
	buildData: BuildData,
	kind: ReturnedNotices,
	{ email, policies, problems = {} }: TypedNotices & { readonly problems?: Problems },
): Response {
	const ticked = policies.map((slug) => [choiceName(slug), true] as const);
	const told = notices.returned[kind];
	const page = fillTemplate(buildData.pages.notices, {
		...('title' in told ? { title: named(told.title) } : { titlePrefix: returned.invalid.prefix }),
		conditions: [kind],
		values: { email, ...Object.fromEntries(ticked) },
		errors: problems,
		lists: {
			problems: Object.entries(problems).map(([name, text]) => ({ href: `#${name}`, text })),
		},
	});
	return html(buildData, told.status, page);
}

interface Confirmable {
	readonly token: string;
	readonly email: string;
	/** The titles of the policies. */
	readonly titles: readonly string[];
}

/** The page with the button that confirms; `failed` when it was pressed and came to nothing. */
export function confirmPage(
	buildData: BuildData,
	{ token, email, titles }: Confirmable,
	failed = false,
): Response {
	const page = fillTemplate(buildData.pages.confirm, {
		conditions: ['open', ...(failed ? ['failed'] : [])],
		texts: { email },
		values: { [notices.token]: token },
		lists: { policies: titles.map((title) => ({ title })) },
	});
	return html(buildData, failed ? 503 : 200, page);
}

/** The page of a link that has run out, or is none. */
export const gonePage = (buildData: BuildData): Response =>
	html(
		buildData,
		notices.gone.status,
		fillTemplate(buildData.pages.confirm, {
			title: named(notices.gone.title),
			conditions: ['gone'],
		}),
	);

/** See other: what comes next once somebody has asked. */
export const redirectToAsked = (buildData: BuildData): Response =>
	redirect(buildData, notices.asked);

/** See other: the end of the way. */
export const redirectToConfirmed = (buildData: BuildData): Response =>
	redirect(buildData, notices.confirmed);
