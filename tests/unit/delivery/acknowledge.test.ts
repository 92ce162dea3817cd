import { expect, test } from '@playwright/test';
import { Office, typed } from '../../fakes.ts';

const ticked = { ...typed, 'copy-to-me': 'yes' };
const day = 86_400_000;

const copies = (office: Office) =>
	[...office.mailer.mails].filter(([key]) => key.startsWith('copy-')).map(([, mail]) => mail);

test('a copy goes to the visitor with the reference and no word that was typed', async () => {
	const office = new Office();
	const form = { ...ticked, name: 'Grace', company: 'Navy', phone: '+1 555', message: 'Cobol' };
	await office.post({ ...form, ...(await office.solved()) });
	const [copy] = copies(office);
	const [mail] = office.mailer.mails.values();
	expect(copy?.to).toEqual([typed.email]);
	expect(copy?.text).toContain(mail?.headers['X-Enquiry-Reference']);
	expect(copy).not.toHaveProperty('replyTo');
	const { to: _, ...rest } = copy ?? { to: [] };
	for (const word of [form.name, form.company, form.phone, form.message, form.email]) {
		expect(JSON.stringify(rest)).not.toContain(word);
	}
});

test('no copy goes out when the box is not ticked', async () => {
	const office = new Office();
	await office.post({ ...typed, ...(await office.solved()) });
	expect(copies(office)).toEqual([]);
});

test('an address gets one copy a day, however it is written', async () => {
	const office = new Office();
	for (const email of [typed.email, typed.email.toUpperCase(), typed.email]) {
		const form = { ...ticked, email, message: `From ${email}` };
		await office.post({ ...form, ...(await office.solved()) });
	}
	expect(copies(office)).toHaveLength(1);
	office.time += day;
	await office.post({ ...ticked, message: 'A day later', ...(await office.solved()) });
	expect(copies(office)).toHaveLength(2);
});

test('an address gets one copy a day also when an enquiry of the day before was late', async () => {
	const office = new Office();
	office.time = Date.parse('2026-11-23T23:50:00Z');
	office.mailer.answers.push({ kind: 'later', error: 'x', wait: 1_200_000 });
	await office.post({ ...ticked, ...(await office.solved()) });
	office.time += 1_200_000;
	await office.post({ ...ticked, message: 'The next day', ...(await office.solved()) });
	expect(office.store.enquiries().map(({ state }) => state)).toEqual(['delivered', 'delivered']);
	expect(copies(office)).toHaveLength(1);
});

test('what remembers the day’s copies does not show the address', async () => {
	const office = new Office();
	await office.post({ ...ticked, ...(await office.solved()) });
	const slots = [...office.store.records].filter(([key]) => key.startsWith('copies/'));
	expect(slots).toHaveLength(1);
	expect(JSON.stringify(slots)).not.toContain('ada');
});

test('a copy is the same one on every try', async () => {
	const office = new Office();
	const { replace } = office.store;
	office.store.replace = async (key, value, etag) =>
		JSON.stringify(value).includes('"delivered"')
			? 'failed'
			: replace.call(office.store, key, value, etag);
	await office.post({ ...ticked, ...(await office.solved()) });
	office.store.replace = replace;
	office.time += 120_000;
	await office.ask('/contact/challenge');
	expect(office.mailer.calls).toBe(4);
	expect(copies(office)).toHaveLength(1);
	expect(office.store.enquiries()).toMatchObject([{ state: 'delivered' }]);
});

test('a copy that fails holds nothing up', async () => {
	const office = new Office();
	office.mailer.answers.push({ kind: 'accepted', id: 'x' }, { kind: 'refused', error: 'x' });
	await office.post({ ...ticked, ...(await office.solved()) });
	expect(office.store.enquiries()).toMatchObject([{ state: 'delivered' }]);
});

test('no copy goes out for a message that is labelled as suspicious', async () => {
	const office = new Office();
	const message = 'https://one.example https://two.example https://three.example';
	await office.post({ ...ticked, message, ...(await office.solved()) });
	expect([...office.mailer.mails.values()][0]?.subject).toContain('[Possible spam]');
	expect(copies(office)).toEqual([]);
});
