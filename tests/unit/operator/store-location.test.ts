import { expect, test } from '@playwright/test';
import { openStoreLocation } from '#src/commands/enquiries/store-location.ts';
import { tombstone } from '#contact/enquiry/enquiry.ts';
import { typed } from '#simulation/fakes.ts';
import { NetlifyApi } from './netlify-api.ts';
import { enquiry, keep, runHere } from './terminal.ts';

const token = 'nfp_of_the_operator';
const variables = { NETLIFY_AUTH_TOKEN: token, NETLIFY_SITE_ID: 'site-1' };
const real = globalThis.fetch;
let api: NetlifyApi;

test.beforeEach(() => {
	api = new NetlifyApi(token);
	globalThis.fetch = api.fetch;
});
test.afterEach(() => {
	globalThis.fetch = real;
});

test('a site is reached by the API of the platform, in the store of production', async () => {
	const place = openStoreLocation({}, { ...variables });
	const key = await keep(place, enquiry('AA2AA2AA'));
	expect((await runHere(['list'], variables)).out).toContain('in site site-1 (production).');
	const paths = new Set(
		api.asked.map(({ url }) => new URL(url).pathname.split(/\/(?:enquiries|pending)\//)[0]),
	);
	expect([...paths]).toEqual([
		'/api/v1/blobs/site-1/site:contact-production',
		'/site-1/site:contact-production',
	]);
	const first = api.asked[0];
	expect(new URL(first?.url ?? '').searchParams.get('region')).toBe('eu-central-1');

	expect((await runHere(['erase', '--email', typed.email, '--yes'], variables)).code).toBe(0);
	expect((await place.store.read(key))?.value).toEqual(tombstone(enquiry('AA2AA2AA')));
});

test('the token is in no address, and never goes to a signed one', async () => {
	const place = openStoreLocation({}, { ...variables });
	await keep(place, enquiry('AA2AA2AA'));
	await runHere(['list'], variables);
	expect(api.asked.length).toBeGreaterThan(3);
	for (const { url, headers } of api.asked) {
		expect(url).not.toContain(token);
		const trusted = new URL(url).host === 'api.netlify.com';
		expect(headers.get('authorization')).toBe(trusted ? `Bearer ${token}` : null);
	}
});

test('another context is another store', async () => {
	await keep(openStoreLocation({}, { ...variables }), enquiry('AA2AA2AA'));
	const args = ['list', '--site', 'site-1', '--context', 'deploy-preview'];
	const { out } = await runHere(args, { NETLIFY_AUTH_TOKEN: token });
	expect(out).toBe('There are no enquiries in site site-1 (deploy-preview).');
});

test('the store that a platform names in the environment is not taken for the one asked for', async () => {
	const context = { siteID: 'other', token: 'other', edgeURL: 'http://127.0.0.1:9' };
	const NETLIFY_BLOBS_CONTEXT = Buffer.from(JSON.stringify(context)).toString('base64');
	process.env.NETLIFY_BLOBS_CONTEXT = NETLIFY_BLOBS_CONTEXT;
	process.env.NETLIFY_AUTH_TOKEN = token;
	try {
		const place = openStoreLocation({ site: 'site-1' }, process.env);
		expect(await place.store.read('enquiries/none')).toBeUndefined();
	} finally {
		delete process.env.NETLIFY_BLOBS_CONTEXT;
		delete process.env.NETLIFY_AUTH_TOKEN;
	}
});

test('a site without a token in the environment is a misuse', async () => {
	const { code, notes } = await runHere(['list', '--site', 'site-1']);
	expect(code).toBe(2);
	expect(notes).toContain('NETLIFY_AUTH_TOKEN is missing');
	expect(api.asked).toEqual([]);
});

test('a token that the platform does not know is told as such', async () => {
	const { code, notes } = await runHere(['list'], { ...variables, NETLIFY_AUTH_TOKEN: 'old' });
	expect({ code, notes }).toEqual({
		code: 1,
		notes: 'Netlify did not accept NETLIFY_AUTH_TOKEN.',
	});
});

test('a store that does not answer is told as such', async () => {
	globalThis.fetch = async () => new Response(null, { status: 503 });
	const { code, notes } = await runHere(['list'], variables);
	expect({ code, notes }).toEqual({ code: 1, notes: 'The store did not answer. Try again.' });
});
