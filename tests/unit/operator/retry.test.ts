import { expect } from '@playwright/test';
import { listen } from '#src/commands/local/listen.ts';
import { createMailbox, MAILBOX_PATH, type Mailbox } from '#src/commands/local/mailbox/mailbox.ts';
import type { Enquiry, HoldReason } from '#contact/enquiry/enquiry.ts';
import type { StoreLocation } from '#src/commands/enquiries/session.ts';
import { mailName, tombstone } from '#contact/enquiry/enquiry.ts';
import { day, enquiry, keep, minute, now, test as base } from './terminal.ts';

interface Fixture {
	mailbox: Mailbox;
	/** The variables that name the mailbox as the provider. */
	provider: Record<string, string>;
}

const test = base.extend<Fixture>({
	// biome-ignore lint/correctness/noEmptyPattern: the test runner reads the names of what is needed from it
	mailbox: async ({}, use) => use(createMailbox()),
	provider: async ({ mailbox }, use) => {
		const listening = await listen(mailbox.fetch, { port: 0 });
		await use({
			RESEND_API_KEY: 're_test',
			RESEND_BASE_URL: `${listening.url}${MAILBOX_PATH}/api`,
		});
		await listening.close();
	},
});

const kept = async ({ store }: StoreLocation, key: string): Promise<Enquiry> =>
	// Only enquiries are kept under these keys.
	(await store.read(key))?.value as Enquiry;

const failed = (held?: HoldReason) =>
	enquiry('AA2AA2AA', {
		state: 'failed',
		delivery: {
			tries: 3,
			first: now - 30 * minute,
			...(held ? { held } : { due: now + 60 * minute }),
			error: 'application_error',
		},
	});

const keyOf = (generation: number) =>
	`contact-${mailName({ ...failed(), delivery: { tries: 0, generation } })}`;

test('without a provider a failed enquiry becomes due and is left for the site', async ({
	place,
	enquiries,
}) => {
	const key = await keep(place, failed());
	const { out, notes } = await enquiries(['retry']);
	expect(out).toBe('AA2AA2AA  due; the next round of the site sends it');
	expect(notes).toContain('nothing was sent from here');
	const { due: _, ...delivery } = failed().delivery;
	expect(await kept(place, key)).toEqual({ ...failed(), delivery });
});

test('a key without the address of its provider sends nothing from a local store', async ({
	place,
	enquiries,
}) => {
	await keep(place, failed());
	const { out } = await enquiries(['retry'], { RESEND_API_KEY: 're_real' });
	expect(out).toContain('the next round of the site sends it');
});

test('with a provider a failed enquiry is sent under the key it had', async ({
	place,
	enquiries,
	provider,
	mailbox,
}) => {
	const key = await keep(place, failed());
	const { out } = await enquiries(['retry', 'AA2AA2AA'], provider);
	expect(out).toBe('AA2AA2AA  delivered');
	expect(await kept(place, key)).toEqual(tombstone(failed()));
	expect(mailbox.messages()).toEqual([expect.objectContaining({ idempotencyKey: keyOf(1) })]);
	expect((await enquiries(['retry', 'AA2AA2AA'], provider)).out).toBe(
		'AA2AA2AA  delivered already',
	);
	expect(mailbox.messages()).toHaveLength(1);
});

for (const [held, generation] of [
	['refused', 1],
	['bounced', 2],
] as const) {
	test(`an enquiry that was held as ${held} is made anew, under key ${generation}`, async ({
		place,
		enquiries,
		provider,
		mailbox,
	}) => {
		const key = await keep(place, failed(held));
		expect((await enquiries(['retry', 'AA2AA2AA'], provider)).out).toBe('AA2AA2AA  delivered');
		expect((await kept(place, key)).state).toBe('delivered');
		const idempotencyKey = keyOf(generation);
		expect(mailbox.messages()).toEqual([expect.objectContaining({ idempotencyKey })]);
	});
}

test('an enquiry that may have been sent is sent again only with --yes', async ({
	place,
	enquiries,
	provider,
	mailbox,
}) => {
	const key = await keep(place, failed('unknown'));
	const asked = await enquiries(['retry'], provider);
	expect(asked.out).toContain('NOT sent');
	expect(asked.out).toContain('it may arrive twice');
	expect(await kept(place, key)).toEqual(failed('unknown'));
	expect(mailbox.messages()).toEqual([]);

	expect((await enquiries(['retry', '--yes'], provider)).out).toBe('AA2AA2AA  delivered');
	expect(mailbox.messages()).toEqual([expect.objectContaining({ idempotencyKey: keyOf(2) })]);
});

test('retry without a reference takes all that wait and leaves the rest', async ({
	place,
	enquiries,
	provider,
	mailbox,
}) => {
	await keep(place, enquiry('AA2AA2AA'));
	await keep(place, enquiry('BB2BB2BB', { state: 'failed', delivery: { due: now + day } }));
	const lease = now + minute;
	await keep(place, enquiry('CC2CC2CC', { state: 'sending', delivery: { lease } }));
	await keep(place, enquiry('DD2DD2DD', { state: 'accepted', delivery: { id: 'x' } }));
	await keep(place, tombstone(enquiry('EE2EE2EE')));
	const { out } = await enquiries(['retry', '--json'], provider);
	const done: { reference: string; outcome: string }[] = JSON.parse(out);
	expect(done.sort((a, b) => a.reference.localeCompare(b.reference))).toEqual([
		{ reference: 'AA2AA2AA', outcome: 'delivered' },
		{ reference: 'BB2BB2BB', outcome: 'delivered' },
		{ reference: 'CC2CC2CC', outcome: 'busy' },
	]);
	expect(mailbox.messages()).toHaveLength(2);
	const accepted = await enquiries(['retry', 'DD2DD2DD'], provider);
	expect(accepted.out).toContain('with the provider already');
});

test('what the provider does not take stays in line', async ({ place, enquiries }) => {
	const refuse = await listen(async () => new Response('Busy', { status: 503 }), { port: 0 });
	const provider = { RESEND_API_KEY: 're_test', RESEND_BASE_URL: refuse.url };
	const key = await keep(place, failed());
	const { out } = await enquiries(['retry'], provider);
	await refuse.close();
	expect(out).toContain('it stays in line for another try');
	expect(await kept(place, key)).toMatchObject({ state: 'failed', delivery: { tries: 4 } });
});

test('nothing to retry is said in words', async ({ enquiries }) => {
	expect((await enquiries(['retry'])).out).toMatch(/^Nothing waits in the local store/);
});
