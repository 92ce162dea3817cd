import { expect, test } from '@playwright/test';
import { company } from '#src/company.ts';
import { policyVersion, TestApp, typed } from '#simulation/fakes.ts';

const ticked = { ...typed, 'copy-to-me': 'yes' };
const day = 86_400_000;

const copies = (app: TestApp) =>
	[...app.mailer.mails].filter(([key]) => key.startsWith('copy-')).map(([, mail]) => mail);

test('a copy goes to the visitor with the reference and no word that was typed', async () => {
	const app = new TestApp();
	const form = { ...ticked, name: 'Grace', company: 'Navy', phone: '+1 555', message: 'Cobol' };
	await app.post({ ...form, ...(await app.solved()) });
	const [copy] = copies(app);
	const [mail] = app.mailer.mails.values();
	expect(copy?.to).toEqual([typed.email]);
	expect(copy?.text).toContain(mail?.headers['X-Enquiry-Reference']);
	expect(copy).not.toHaveProperty('replyTo');
	const { to: _, ...rest } = copy ?? { to: [] };
	for (const word of [form.name, form.company, form.phone, form.message, form.email]) {
		expect(JSON.stringify(rest)).not.toContain(word);
	}
});

test('a date, a postcode and a telephone number of a copy stand in one line in any mail program', async () => {
	const app = new TestApp();
	await app.post({ ...ticked, ...(await app.solved()) });
	const [copy] = copies(app);
	for (const words of ['23 November 2026', 'WC1B 5HA', '0207 685 8014'])
		expect(copy?.html).toContain(`<span style="white-space:nowrap">${words}</span>`);
});

test('a copy quotes the privacy policy in force: its day, its whole hash and the addresses', async () => {
	const app = new TestApp();
	await app.post({ ...ticked, ...(await app.solved()) });
	const [copy] = copies(app);
	for (const words of [
		'the version of 23 November 2026',
		`${company.site}/privacy/2026-11-23/`,
		policyVersion.sha256,
		`${company.site}/verify/`,
	]) {
		expect(copy?.text).toContain(words);
		expect(copy?.html?.replace(/<\/?span[^>]*>/g, '')).toContain(words);
	}
	expect(copy?.html).toContain(`<a href="${company.site}/verify/">`);
});

test('no copy goes out when the box is not ticked', async () => {
	const app = new TestApp();
	await app.post({ ...typed, ...(await app.solved()) });
	expect(copies(app)).toEqual([]);
});

test('an address gets one copy a day, however it is written', async () => {
	const app = new TestApp();
	for (const email of [typed.email, typed.email.toUpperCase(), typed.email]) {
		const form = { ...ticked, email, message: `From ${email}` };
		await app.post({ ...form, ...(await app.solved()) });
	}
	expect(copies(app)).toHaveLength(1);
	app.time += day;
	await app.post({ ...ticked, message: 'A day later', ...(await app.solved()) });
	expect(copies(app)).toHaveLength(2);
});

test('an address gets one copy a day also when an enquiry of the day before was late', async () => {
	const app = new TestApp();
	app.time = Date.parse('2026-11-23T23:50:00Z');
	app.mailer.answers.push({ kind: 'later', error: 'x', wait: 1_200_000 });
	await app.post({ ...ticked, ...(await app.solved()) });
	app.time += 1_200_000;
	await app.post({ ...ticked, message: 'The next day', ...(await app.solved()) });
	expect(app.store.enquiries().map(({ state }) => state)).toEqual(['delivered', 'delivered']);
	expect(copies(app)).toHaveLength(1);
});

test('what remembers the day’s copies does not show the address', async () => {
	const app = new TestApp();
	await app.post({ ...ticked, ...(await app.solved()) });
	const slots = [...app.store.records].filter(([key]) => key.startsWith('copies/'));
	expect(slots).toHaveLength(1);
	expect(JSON.stringify(slots)).not.toMatch(/ada@|example/);
});

test('a copy is the same one on every try', async () => {
	const app = new TestApp();
	const { replace } = app.store;
	app.store.replace = async (key, value, etag) =>
		JSON.stringify(value).includes('"delivered"')
			? 'failed'
			: replace.call(app.store, key, value, etag);
	await app.post({ ...ticked, ...(await app.solved()) });
	app.store.replace = replace;
	app.time += 120_000;
	await app.request('/contact/challenge');
	expect(app.mailer.calls).toBe(4);
	expect(copies(app)).toHaveLength(1);
	expect(app.store.enquiries()).toMatchObject([{ state: 'delivered' }]);
});

test('a copy that fails holds nothing up', async () => {
	const app = new TestApp();
	app.mailer.answers.push({ kind: 'accepted', id: 'x' }, { kind: 'refused', error: 'x' });
	await app.post({ ...ticked, ...(await app.solved()) });
	expect(app.store.enquiries()).toMatchObject([{ state: 'delivered' }]);
});

test('no copy goes out for a message that is labelled as suspicious', async () => {
	const app = new TestApp();
	const message = 'https://one.example https://two.example https://three.example';
	await app.post({ ...ticked, message, ...(await app.solved()) });
	expect([...app.mailer.mails.values()][0]?.subject).toContain('[Possible spam]');
	expect(copies(app)).toEqual([]);
});

/** Sends a message from each address, a network of its own each, and gives who got a copy. */
async function copiesTo(app: TestApp, addresses: readonly string[]): Promise<readonly string[]> {
	app.budgets = { site: 1000, network: 1000 };
	let draws = 0;
	app.random = () => (draws++ * 0.618) % 1;
	for (const [index, email] of addresses.entries()) {
		const form = { ...ticked, email, message: `Enquiry ${index}` };
		await app.post({ ...form, ...(await app.solved()) });
	}
	return copies(app).flatMap(({ to }) => to);
}

test('a mailbox gets one copy a day, whatever tags and full stops its address has', async () => {
	const tagged = Array.from({ length: 10 }, (_, n) => `victim+${n}@example.org`);
	const dotted = ['ada.l@gmail.com', 'a.dal@gmail.com', 'adal+x@googlemail.com', 'ADAL@gmail.com'];
	const hyphened = ['ada-one@yahoo.co.uk', 'ada-two@yahoo.co.uk'];
	expect(await copiesTo(new TestApp(), [...tagged, ...dotted, ...hyphened])).toEqual([
		tagged[0],
		dotted[0],
		hyphened[0],
	]);
});

test('people whose addresses only look alike each get their copy', async () => {
	const people = [
		'ada.l@example.org',
		'adal@example.org',
		'ada-l@example.org',
		'ada-m@example.org',
	];
	expect(await copiesTo(new TestApp(), people)).toEqual(people);
});

test('twelve copies an hour go out for the whole site, and more in the next', async () => {
	const app = new TestApp();
	const people = (hour: string) =>
		Array.from({ length: 40 }, (_, n) => `person-${n}-${hour}@example.org`);
	expect(await copiesTo(app, people('first'))).toHaveLength(12);
	expect(app.store.enquiries().filter(({ state }) => state === 'delivered')).toHaveLength(40);
	app.time += 3_600_000;
	expect(await copiesTo(app, people('second'))).toHaveLength(24);
});

test('no copy goes out while a network has sent its share of the hour', async () => {
	const app = new TestApp();
	app.budgets = { site: 60, network: 2 };
	for (const n of [0, 1, 2, 3]) {
		const form = { ...ticked, email: `person-${n}@example.org`, message: `Enquiry ${n}` };
		await app.post({ ...form, ...(await app.solved()) });
	}
	app.time += 3_600_000;
	await app.request('/contact/challenge');
	expect(app.store.enquiries().map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
	expect(copies(app).map(({ to }) => to)).toEqual([
		['person-0@example.org'],
		['person-1@example.org'],
	]);
});
