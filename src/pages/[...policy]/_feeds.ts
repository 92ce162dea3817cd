import type { APIRoute } from 'astro';
import { company } from '#src/company.ts';
import { policies } from '#src/layouts/policies.ts';
import { parts } from '#src/policies/feeds/archive.ts';
import { atom, type Channel, jsonFeed } from '#src/policies/feeds/feed-formats.ts';
import { entries, type Entry } from '#src/policies/feeds/feed.ts';
import { addresses } from '#src/policies/versions/addresses.ts';
import { digestOf } from '#src/policies/versions/versions.ts';

const { site, name } = company;
const formats = {
	xml: { write: atom, address: addresses.atom },
	json: { write: jsonFeed, address: addresses.jsonFeed },
} as const;

type Format = keyof typeof formats;

/** A part of a feed: the newest entries, or an archive by its number, from 1, the oldest. */
interface Part {
	readonly params: {
		readonly policy: string | undefined;
		readonly page: string | undefined;
		readonly format: Format;
	};
	/** What a policy's own feed is made from; the feed of all is made anew. */
	readonly cacheKey?: string;
	readonly props: {
		readonly format: Format;
		readonly channel: Channel;
		readonly entries: readonly Entry[];
	};
}

/** Every part of every feed: one feed for all policies, wording included, and one for each with what matters. */
export async function feedParts(): Promise<Part[]> {
	const all = await policies();
	const told = { site, policies: all, editorial: true };
	const whole = partsOf(undefined, 'our policies', { home: '/', told: entries(told) });
	const own = all.flatMap((policy) => {
		const subject = `the ${policy.title.toLowerCase()}`;
		const home = addresses.versions(policy.slug);
		const news = entries({ site, policies: [policy], editorial: false });
		const cacheKey = digestOf(policy);
		return partsOf(policy.slug, subject, { home, told: news }).map((part) => ({
			...part,
			cacheKey,
		}));
	});
	return [...whole, ...own];
}

interface About {
	readonly home: string;
	readonly told: readonly Entry[];
}

function partsOf(policy: string | undefined, subject: string, { home, told }: About): Part[] {
	const { newest, archives } = parts(told);
	const title = `${name}: changes to ${subject}`;
	return (['xml', 'json'] as const).flatMap((format) => {
		const current = formats[format].address(policy);
		const archive = (page: number) =>
			page > 0 && page <= archives.length ? addresses.archive(format, page, policy) : undefined;
		const shared = { title, author: name, site, home };
		const part = (page: number | undefined, held: readonly Entry[], channel: Channel): Part => ({
			params: { policy, page: page?.toString(), format },
			props: { format, channel, entries: held },
		});
		const old = archives.map((held, index) => {
			const page = index + 1;
			const self = addresses.archive(format, page, policy);
			const links = { current, previous: archive(page - 1), next: archive(page + 1) };
			return part(page, held, { ...shared, self, ...links });
		});
		const previous = archive(archives.length);
		return [part(undefined, newest, { ...shared, self: current, previous }), ...old];
	});
}

/** Answers with a part of a feed. */
export const GET: APIRoute<Part['props']> = ({ props: { format, channel, entries: held } }) =>
	new Response(formats[format].write(channel, held));
