import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Resend } from 'resend';
import { listen } from '#src/commands/local/listen.ts';
import { createMailbox, type Mailbox } from '#src/commands/local/mailbox/mailbox.ts';
import { localNotices } from '#src/commands/local/provider/notice-settings.ts';
import { type Office, policies, test as base } from './office.ts';

const name = 'privacy@2027-06-01';
const file = 'src/content/notices/privacy/2027-06-01.json';

/** The local provider over HTTP, with its address. */
interface Provider {
	readonly mailbox: Mailbox;
	readonly url: string;
	readonly variables: Readonly<Record<string, string>>;
	readonly sdk: Resend;
}

const test = base.extend<{ provider: Provider }>({
	// biome-ignore lint/correctness/noEmptyPattern: the test runner reads the names of what is needed from it
	provider: async ({}, use) => {
		const mailbox = createMailbox();
		const { url, close } = await listen(mailbox.fetch, { port: 0 });
		const settings = localNotices();
		const baseUrl = `${url}/_mailbox/api`;
		const variables = {
			...settings,
			RESEND_BASE_URL: baseUrl,
			ENQUIRIES_FROM: 'Claranet SOHO <site@example.com>',
		};
		await use({ mailbox, url, variables, sdk: new Resend(settings.NOTICES_API_KEY, { baseUrl }) });
		await close();
		mailbox.close();
	},
});

/** Announces the draft of the office’s privacy policy. */
function announce(office: Office): void {
	const version = `${policies}/privacy/2027-06-01.mdx`;
	office.write(
		version,
		office
			.read(version)
			.replace(
				'kind: material\n',
				`kind: material\nannounced: "2026-11-24"\nchanges:\n  - clause: transfers\n    what: We name the countries.\n    why: The law asks for it.\n`,
			),
	);
}

const topicOf = ({ variables }: Provider, slug: string): string =>
	new RegExp(`${slug}=([\\w-]+)`).exec(variables['NOTICES_TOPICS'] ?? '')?.[1] ?? '';

async function subscribe(provider: Provider, email: string, slug: string): Promise<void> {
	const { error } = await provider.sdk.contacts.create({
		email,
		segments: [{ id: provider.variables['NOTICES_SEGMENT'] ?? '' }],
		topics: [{ id: topicOf(provider, slug), subscription: 'opt_in' }],
	});
	expect(error).toBeNull();
}

/** Sends the draft, as a person does on the provider’s page. */
async function sendAll({ sdk, url }: Provider): Promise<void> {
	for (const { id } of (await sdk.broadcasts.list()).data?.data ?? [])
		await fetch(`${url}/_mailbox/contacts/send/${id}`, { method: 'POST' });
}

test('a notice is drafted once, in the words of what changes, and nothing is sent', async ({
	office,
	provider,
}) => {
	announce(office);
	office.variables = provider.variables;
	await subscribe(provider, 'ada@example.org', 'privacy');
	const first = await office.policy('notice', name);
	expect([first.code, first.notes]).toEqual([0, '']);
	const again = await office.policy('notice', name);
	expect([again.code, again.out]).toEqual([0, expect.stringContaining('is there already (draft)')]);
	const all = (await provider.sdk.broadcasts.list()).data?.data ?? [];
	expect(all).toMatchObject([{ name, status: 'draft' }]);
	const { data } = await provider.sdk.broadcasts.get(all[0]?.id ?? '');
	expect(data?.subject).toBe('Our privacy policy will change on 1 June 2027');
	for (const words of [
		'Until then, the version of 23 November 2026 does.',
		'We name the countries. The law asks for it.',
		'/privacy/2027-06-01/changes/',
		'Transfers to other countries',
		'as data protection law requires',
		'{{{RESEND_UNSUBSCRIBE_URL}}}',
	]) {
		expect(data?.text).toContain(words);
		expect(data?.html).toContain(words);
	}
	expect(provider.mailbox.messages()).toEqual([]);
});

test('a sent notice reaches who asked for that policy, and one click ends it', async ({
	office,
	provider,
}) => {
	announce(office);
	office.variables = provider.variables;
	await subscribe(provider, 'ada@example.org', 'privacy');
	await subscribe(provider, 'grace@example.org', 'acceptable-use');
	await office.policy('notice', name);
	await sendAll(provider);
	const mails = provider.mailbox.messages();
	expect(mails.map(({ to }) => to)).toEqual([['ada@example.org']]);
	const [link = ''] = /http:\S+(?=>)/.exec(mails[0]?.headers['List-Unsubscribe'] ?? '') ?? [];
	expect(mails[0]?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
	expect(mails[0]?.text).toContain(link);
	const topics = async () =>
		(await provider.sdk.contacts.topics.list({ email: 'ada@example.org' })).data?.data.map(
			({ name, subscription }) => [name, subscription],
		);
	await fetch(link);
	expect(await topics()).toContainEqual(['privacy', 'opt_in']);
	await fetch(link, { method: 'POST', body: new URLSearchParams('List-Unsubscribe=One-Click') });
	expect(await topics()).toContainEqual(['privacy', 'opt_out']);
});

test('a notice is archived once it was sent, without addresses and without how to stop it', async ({
	office,
	provider,
}) => {
	announce(office);
	office.variables = provider.variables;
	await subscribe(provider, 'ada@example.org', 'privacy');
	await office.policy('notice', name);
	const early = await office.policy('notice', name, '--archive');
	expect([early.code, early.notes]).toEqual([1, expect.stringContaining('has sent no privacy@')]);
	expect(office.exists(file)).toBe(false);
	await sendAll(provider);
	expect((await office.policy('notice', name, '--archive')).code).toBe(0);
	const kept = office.read(file);
	expect(JSON.parse(kept)).toMatchObject({
		subject: 'Our privacy policy will change on 1 June 2027',
		sent: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
	});
	expect(kept).not.toMatch(/ada@|\{\{\{|stop these messages/);
	expect(readdirSync(join(office.root, 'src/content/notices/privacy'))).toEqual([
		'2027-06-01.json',
	]);
});

test('a notice for addresses that live elsewhere is exported as text and HTML, without Resend', async ({
	office,
}) => {
	announce(office);
	const { code } = await office.policy('notice', name, '--export', 'told');
	expect(code).toBe(0);
	expect(readdirSync(join(office.root, 'told')).toSorted()).toEqual([
		`${name}.html`,
		`${name}.txt`,
	]);
	expect(office.read(`told/${name}.txt`)).toContain('as data protection law requires');
	expect(office.read(`told/${name}.html`)).not.toContain('{{{');
	await office.policy('notice', name, '--archive', '--sent', '2026-12-01');
	expect(JSON.parse(office.read(file))).toMatchObject({ sent: '2026-12-01' });
});

test('what notices need is made at the provider once, so that only who asks gets them', async ({
	office,
	provider,
}) => {
	office.variables = provider.variables;
	const first = await office.policy('notice', '--set-up');
	expect([first.code, first.notes]).toEqual([0, '']);
	expect(first.out).toMatch(
		/^NOTICES_SEGMENT=[\w-]+\nNOTICES_TOPICS=acceptable-use=[\w-]+,privacy=/,
	);
	expect((await office.policy('notice', '--set-up')).out).toBe(first.out);
	const all = (await provider.sdk.topics.list()).data?.data ?? [];
	expect(new Set(all.map(({ default_subscription }) => default_subscription))).toEqual(
		new Set(['opt_out']),
	);
});

for (const [call, words] of [
	['notice', 'Name a policy.'],
	['notice privacy', 'Name a version of privacy.'],
	['notice privacy@2026-11-23', 'is the first version'],
	['notice privacy@2027-06-01', 'NOTICES_API_KEY is missing'],
	['notice privacy@2027-06-01 --sent 2026-12-01', '--sent goes with --archive.'],
	['notice privacy@2027-06-01 --archive --sent soon', '“soon” is no day of sending'],
] as const) {
	test(`“${call}” is told what is wrong with it, and writes nothing`, async ({ office }) => {
		announce(office);
		office.commit('Announce');
		const { code, notes } = await office.policy(...call.split(' '));
		expect([code, notes]).toEqual([2, expect.stringContaining(words)]);
		expect(office.git('status', '--porcelain')).toBe('');
	});
}

test('a draft of a version is nothing to tell of', async ({ office }) => {
	const { code, notes } = await office.policy('notice', name);
	expect([code, notes]).toEqual([2, expect.stringContaining('is a draft')]);
});

test('a key that may only send is refused in the provider’s words', async ({
	office,
	provider,
}) => {
	announce(office);
	office.variables = { ...provider.variables, NOTICES_API_KEY: 're_local_mailbox' };
	const { code, notes } = await office.policy('notice', name);
	expect([code, notes]).toEqual([1, expect.stringContaining('restricted_api_key')]);
});
