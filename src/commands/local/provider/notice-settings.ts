import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import type { Records } from './records.ts';

const folder = ({ POLICY_FOLDER }: Readonly<Record<string, string | undefined>>): string =>
	POLICY_FOLDER || 'src/content/policies';

/** An id as the provider makes them, the same for the same name on every machine. */
function idOf(name: string): string {
	const hex = createHash('sha256').update(name).digest('hex');
	return [8, 4, 4, 4, 12]
		.map((length, index) => {
			const start = [0, 8, 12, 16, 20][index] ?? 0;
			return hex.slice(start, start + length);
		})
		.join('-');
}

const slugs = (env: Readonly<Record<string, string | undefined>>): string[] =>
	existsSync(folder(env))
		? readdirSync(folder(env), { withFileTypes: true })
				.filter((entry) => entry.isDirectory())
				.map(({ name }) => name)
		: [];

/** What the function is told of notices in a local run: a key that may do all, and the ids that the provider has. */
export const localNotices = (
	env: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<'NOTICES_API_KEY' | 'NOTICES_SEGMENT' | 'NOTICES_TOPICS', string>> => ({
	NOTICES_API_KEY: 're_local_full_access',
	NOTICES_SEGMENT: idOf('segment'),
	NOTICES_TOPICS: slugs(env)
		.map((slug) => `${slug}=${idOf(slug)}`)
		.join(','),
});

/** Makes the provider hold the segment, and a topic for each policy, that a local run is told of. */
export function seedNotices(records: Records, now: number): void {
	const created_at = new Date(now).toISOString();
	records.put('segment', { id: idOf('segment'), name: 'Policy changes', created_at });
	for (const key of ['consented_at', 'notice_version']) {
		records.put('property', {
			id: idOf(key),
			key,
			type: 'string',
			fallback_value: null,
			created_at,
		});
	}
	const known = records.all('topic').map(({ id }) => id);
	for (const slug of slugs(process.env).filter((one) => !known.includes(idOf(one)))) {
		records.put('topic', {
			id: idOf(slug),
			name: slug,
			description: null,
			default_subscription: 'opt_out',
			created_at,
		});
	}
}
