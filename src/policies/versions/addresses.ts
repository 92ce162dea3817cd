/** The policy that says what becomes of personal data: the register and the forms rest on it. */
export const privacySlug = 'privacy';

/** The place on its page of what the forms ask for, at a glance. */
export const glance = 'at-a-glance';

/** Where the pages of a policy stand; paths from the site's root. */
export const addresses = {
	policy: (slug: string) => `/${slug}/`,
	edition: (slug: string, date: string) => `/${slug}/${date}/`,
	versions: (slug: string) => `/${slug}/versions/`,
	/** What a version changed: against the one before it, or against the one of `from`. */
	changes: (slug: string, date: string, from?: string) =>
		`/${slug}/${date}/changes/${from === undefined ? '' : `${from}/`}`,
	/** The notice that told readers of a version. */
	notice: (slug: string, date: string) => `/${slug}/${date}/notice/`,
	/** What changed from the version of `date` to the one in force. */
	since: (slug: string, date: string) => `/${slug}/since/${date}/`,
	/** The canonical text, byte for byte what a version's hash is made of. */
	plainText: (slug: string, date: string) => `/${slug}/${date}.txt`,
	markdown: (slug: string, date: string) => `/${slug}/${date}.md`,
	atom: (slug?: string) => (slug === undefined ? '/feed.xml' : `/${slug}/feed.xml`),
	jsonFeed: (slug?: string) => (slug === undefined ? '/feed.json' : `/${slug}/feed.json`),
	/** The archives of a feed, from 1, the oldest. */
	archive: (format: 'xml' | 'json', page: number, slug?: string) =>
		`${slug === undefined ? '' : `/${slug}`}/feed/${page}.${format}`,
	record: (slug: string) => `/${slug}/versions.json`,
} as const;
