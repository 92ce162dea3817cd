import { expect } from '@playwright/test';
import { recordVersion, tombstone } from '#contact/enquiry/enquiry.ts';
import { isOperatorToken } from '#contact/delivery/operator-token.ts';
import { typed } from '#simulation/fakes.ts';
import { day, enquiry, keep, keyAt, minute, now, test } from './terminal.ts';

test('list says in words that there is nothing', async ({ enquiries }) => {
	const { code, out } = await enquiries(['list']);
	expect(code).toBe(0);
	expect(out).toMatch(/^There are no enquiries in the local store/);
});

test('list shows how far each enquiry is, oldest first, and nothing personal', async ({
	place,
	enquiries,
}) => {
	const failed = { state: 'failed' } as const;
	const [due, lease] = [now + 5 * minute, now + minute];
	await keep(place, enquiry('AA2AA2AA'));
	await keep(place, enquiry('BB2BB2BB', { state: 'sending', delivery: { tries: 1, lease } }));
	await keep(place, enquiry('CC2CC2CC', { state: 'accepted', delivery: { tries: 1, id: 'x' } }));
	const limit = 'rate_limit_exceeded';
	await keep(place, enquiry('DD2DD2DD', { ...failed, delivery: { tries: 2, due, error: limit } }));
	await keep(place, enquiry('EE2EE2EE', { ...failed, delivery: { tries: 9, held: 'unknown' } }));
	await keep(place, tombstone(enquiry('FF2FF2FF', { received: now - 2 * day })));
	await keep(place, { version: recordVersion, state: 'spent', received: now });

	const { out } = await enquiries(['list']);
	const rows = out.split('\n').filter((row) => /^[A-Z]{2}2/.test(row));
	expect(rows[0]).toMatch(/^FF2FF2FF +delivered +Sales +2 d +none needed$/);
	expect(rows.slice(1).sort()).toEqual([
		expect.stringMatching(/^AA2AA2AA +received +Sales +1 min +0 +now$/),
		expect.stringMatching(/^BB2BB2BB +sending +Sales +1 min +1 +being sent$/),
		expect.stringMatching(/^CC2CC2CC +accepted +Sales +1 min +1 +none; the provider will tell$/),
		expect.stringMatching(/^DD2DD2DD +failed +Sales +1 min +2 +in 5 min \(rate_limit_exceeded\)$/),
		expect.stringMatching(/^EE2EE2EE +failed +Sales +1 min +9 +held: nobody can tell whether/),
	]);
	expect(out).toContain('5 open, 1 of them held for a person; 1 delivered, in the local store');
	for (const line of out.split('\n').slice(0, -1)) expect(line.length).toBeLessThanOrEqual(80);
	const json = await enquiries(['list', '--json']);
	expect(JSON.parse(json.out)).toHaveLength(6);
	for (const value of [typed.name, typed.email, typed.message]) {
		expect(out + json.out).not.toContain(value);
	}
});

test('show prints what the visitor wrote, for a reference in any writing', async ({
	place,
	enquiries,
}) => {
	await keep(place, enquiry('AA2AA2AA'));
	const { code, out } = await enquiries(['show', 'aa2-aa2-aa']);
	expect(code).toBe(0);
	expect(out).toContain('Received: 23 November 2026 at 09:59 (UK time)');
	expect(out).toContain(`Message: ${typed.message}`);
	expect(JSON.parse((await enquiries(['show', 'AA2AA2AA', '--json'])).out)).toMatchObject({
		reference: 'AA2AA2AA',
		message: { values: { email: typed.email } },
	});
});

test('show lets what is written from right to left be laid out by itself, and nothing else', async ({
	place,
	enquiries,
}) => {
	const kept = enquiry('AA2AA2AA');
	const values = { ...kept.message.values, name: 'דנה לוי', message: 'שלום!\nHello.' };
	await keep(place, { ...kept, message: { ...kept.message, values } });
	const { out } = await enquiries(['show', 'AA2AA2AA']);
	expect(out).toContain('Name: \u2068דנה לוי\u2069');
	expect(out).toContain('> \u2068שלום!\u2069\n> Hello.\n');
	expect(out).toContain(`E-mail: ${typed.email}\n`);
});

test('show says of a delivered enquiry that nothing is kept', async ({ place, enquiries }) => {
	await keep(place, tombstone(enquiry('AA2AA2AA')));
	expect((await enquiries(['show', 'AA2AA2AA'])).out).toContain('nothing that the visitor wrote');
});

test('a reference that nobody has is told, with exit code 1', async ({ enquiries }) => {
	for (const verb of ['show', 'retry']) {
		const { code, notes } = await enquiries([verb, 'AA2AA2AA']);
		expect({ code, notes }).toEqual({ code: 1, notes: 'No enquiry has the reference AA2AA2AA.' });
	}
});

const misuses: readonly [string, readonly string[]][] = [
	['Name a verb.', []],
	['There is no verb “remove”.', ['remove']],
	['There is no verb “toString”.', ['toString']],
	['show <reference> is needed.', ['show']],
	['list does not take “AA2AA2AA”.', ['list', 'AA2AA2AA']],
	['retry does not take “BB2BB2BB”.', ['retry', 'AA2AA2AA', 'BB2BB2BB']],
	['list does not take --yes.', ['list', '--yes']],
	['--email <address> is needed.', ['erase']],
	['--email <address> is needed.', ['export', '--email', 'ada']],
	["Unknown option '--token'", ['list', '--token', 'secret']],
	['--site and --local exclude each other.', ['list', '--site', 'x']],
];
for (const [message, args] of misuses) {
	test(`a misuse has exit code 2: ${message} (${args.join(' ')})`, async ({ enquiries }) => {
		const { code, notes, out } = await enquiries(args);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(notes).toContain(message);
		expect(notes).toContain('npm run enquiries -- --help');
	});
}

test('export writes everything kept from an address, whatever its case, and nothing else', async ({
	place,
	enquiries,
}) => {
	await keep(place, enquiry('AA2AA2AA', { email: 'Ada@Example.org' }));
	await keep(place, enquiry('BB2BB2BB', { email: 'grace@example.org' }));
	await keep(place, tombstone(enquiry('CC2CC2CC')));
	const { code, out, notes } = await enquiries(['export', '--json', '--email', 'ADA@example.ORG']);
	expect(code).toBe(0);
	expect(JSON.parse(out)).toEqual([
		expect.objectContaining({
			reference: 'AA2AA2AA',
			message: expect.objectContaining({
				values: expect.objectContaining({ email: 'Ada@Example.org', message: typed.message }),
			}),
		}),
	]);
	expect(notes).toMatch(/^1 enquiry in the local store/);
});

test('export is a file that the person can read, with each box as it was, and says what is elsewhere', async ({
	place,
	enquiries,
}) => {
	const asked = enquiry('AA2AA2AA');
	const wording = 'Words that the form has no more';
	const hash = 'b'.repeat(64);
	const decision = { box: 'old-box', wording, hash, default: false, ticked: true } as const;
	await keep(place, { ...asked, message: { ...asked.message, decisions: [decision] } });
	const { out, notes } = await enquiries(['export', '--email', typed.email]);
	expect(out).toMatch(
		/^What Claranet SOHO’s website keeps from ada@example.org, on 23 November 2026/,
	);
	expect(out).toContain('Reference: AA2AA2AA\nForm: contact\n');
	expect(out).toContain(`\nMessage: ${typed.message}\n`);
	expect(out).toContain(`\nold-box: ticked; it starts unticked. “${wording}” SHA-256 bbbb`);
	expect(out).toMatch(
		/What was delivered is in the mailboxes of the team .* it is not kept here\.$/,
	);
	expect(notes).toMatch(/^1 enquiry/);
	const nobody = await enquiries(['export', '--email', 'nobody@example.org']);
	expect(nobody.out).toContain('\nNothing.\n');
});

test('erase shows first, then leaves what shows that a question was used, and no other word', async ({
	place,
	enquiries,
}) => {
	const fresh = await keep(place, enquiry('AA2AA2AA'));
	const old = await keep(place, enquiry('BB2BB2BB', { received: now - 5 * day }));
	const other = await keep(place, enquiry('CC2CC2CC', { email: 'grace@example.org' }));
	const args = ['erase', '--email', 'ADA@EXAMPLE.ORG'];

	const shown = await enquiries(args);
	expect(shown.out).toContain('AA2AA2AA  what was written goes; the reference stays');
	expect(shown.out).toContain('BB2BB2BB  goes altogether');
	expect(shown.out).toContain('Nothing was changed');
	expect((await place.store.read(fresh))?.value).toEqual(enquiry('AA2AA2AA'));

	expect((await enquiries([...args, '--yes'])).code).toBe(0);
	expect((await place.store.read(fresh))?.value).toEqual(tombstone(enquiry('AA2AA2AA')));
	expect(await place.store.read(old)).toBeUndefined();
	expect(await place.store.read(other)).toBeDefined();
	expect((await enquiries([...args, '--yes'])).out).toMatch(/^Nothing from that address is kept/);
	expect(JSON.parse((await enquiries([...args, '--json'])).out)).toMatchObject({ records: [] });
});

test('purge shows first, then takes out what is past its time and nothing else', async ({
	place,
	enquiries,
}) => {
	const { store } = place;
	const gone = [
		await keep(place, tombstone(enquiry('AA2AA2AA', { received: now - 3 * day }))),
		await keep(place, { version: recordVersion, state: 'spent', received: now - 3 * day }),
	];
	const long = { received: now - 31 * day };
	const buried = await keep(place, enquiry('BB2BB2BB', { state: 'accepted', ...long }));
	const kept = [
		await keep(place, tombstone(enquiry('CC2CC2CC'))),
		await keep(place, { version: recordVersion, state: 'spent', received: now }),
		await keep(place, enquiry('DD2DD2DD', { state: 'failed', ...long })),
	];
	const slots = ['slots/2026-11-20T10/site/1', 'told/2026-11-20/held', 'copies/2026-11-20/x'];
	const today = 'slots/2026-11-23T10/site/1';
	for (const slot of [...slots, today]) await store.create(slot, {});

	expect((await enquiries(['purge'])).out).toContain('Nothing was changed');
	for (const key of gone) expect(await store.read(key)).toBeDefined();

	const { out } = await enquiries(['purge', '--yes', '--json']);
	expect(JSON.parse(out)).toEqual({ purged: true, removed: 2, buried: 1, slots: 3 });
	for (const key of [...gone, ...slots]) expect(await store.read(key), key).toBeUndefined();
	for (const key of [...kept, today]) expect(await store.read(key), key).toBeDefined();
	expect((await store.read(buried))?.value).toEqual(tombstone(enquiry('BB2BB2BB', long)));
	// The day of its question is long over, so the next round takes it out altogether.
	expect(JSON.parse((await enquiries(['purge', '--json'])).out)).toMatchObject({ removed: 1 });
});

test('purge goes by the retention that the environment states', async ({ place, enquiries }) => {
	await keep(place, enquiry('AA2AA2AA', { state: 'accepted', received: now - 6 * day }));
	const args = ['purge', '--json'];
	expect(JSON.parse((await enquiries(args)).out)).toMatchObject({ buried: 0 });
	const five = await enquiries(args, { ENQUIRY_RETENTION_DAYS: '5' });
	expect(JSON.parse(five.out)).toMatchObject({ buried: 1 });
	const nonsense = await enquiries(args, { ENQUIRY_RETENTION_DAYS: 'long' });
	expect(nonsense).toMatchObject({
		code: 1,
		notes: expect.stringContaining('ENQUIRY_RETENTION_DAYS'),
	});
});

test('token writes one that the site takes, and needs the key for it', async ({ enquiries }) => {
	const secret = 'a secret of more than thirty-two characters';
	const { out } = await enquiries(['token'], { DELIVERY_KEY: secret });
	expect(isOperatorToken(secret, out, now)).toBe(true);
	expect(isOperatorToken(secret, out, now + 6 * minute)).toBe(false);
	expect(await enquiries(['token'])).toMatchObject({ code: 1 });
});

test('a directory without a store is refused, not made', async ({ directory }) => {
	const { runHere } = await import('./terminal.ts');
	const { code, notes } = await runHere(['list', '--local', `${directory}-other`]);
	expect(code).toBe(1);
	expect(notes).toContain(`There is no store in ${directory}-other.`);
});

test('a record under another day than its own is judged by its question', async ({
	place,
	enquiries,
}) => {
	const key = keyAt(now - 3 * day);
	await place.store.create(key, enquiry('AA2AA2AA'));
	expect((await enquiries(['erase', '--email', typed.email])).out).toContain('goes altogether');
});
