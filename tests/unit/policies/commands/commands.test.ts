import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { listen } from '#src/commands/local/listen.ts';
import { readFolder } from '#src/policies/read.ts';
import { policies, test } from './office.ts';

const draft = `${policies}/privacy/2027-06-01.mdx`;
const announced = `${policies}/acceptable-use/2027-03-01.mdx`;

/** An announced version with one clause that changed. */
const version = (source: string, day: string) =>
	source
		.replace(
			/^---\n[\s\S]*?\n---\n/,
			`---\nkind: material\nannounced: "${day}"\nchanges:\n  - clause: about\n    what: It says who we are.\n    why: It was asked for.\n---\n`,
		)
		.replace('This policy says how', 'This very policy says how');

const subcommands = ['new', 'check', 'diff', 'publish', 'unlock', 'withdraw', 'notice', 'links'];

test('every subcommand explains itself, its examples and how it ends', async ({ office }) => {
	const overview = await office.policy('--help');
	expect(overview.code).toBe(0);
	for (const name of subcommands) {
		expect(overview.out).toContain(`\n  ${name} `.trimEnd());
		const { code, out } = await office.policy(name, '--help');
		expect({ name, code }).toEqual({ name, code: 0 });
		expect(out).toMatch(/^npm run policy -- /);
		expect(out).toContain('It ends with');
	}
	expect(office.git('status', '--porcelain')).toBe('');
});

for (const [call, words] of [
	['', 'Name a subcommand.'],
	['publisch', 'There is no subcommand “publisch”.'],
	['publish privacy', '“privacy” is one word too many.'],
	['publish --now', "Unknown option '--now'"],
	['new', 'Name a policy and a day'],
	['new privacy', '“” is no day'],
	['new privacy 2027-02-30', '“2027-02-30” is no day: write a day that exists'],
	['new privcy 2027-06-15', 'There is no policy “privcy”. There are: acceptable-use, privacy.'],
	['new privacy 2027-06-01', '2027-06-01.mdx is there already. Name another day.'],
	['new privacy 2020-01-01', 'No version of privacy comes before 2020-01-01.'],
	['new privacy 2027-06-15 --kind minor', '“minor” is no kind: write material or editorial.'],
	['new privacy 2027-06-15 --change retention', '--change takes three parts'],
	['new cookies 2027-06-15 --title Cookies', '--description: Write 50 to 160 characters'],
	[
		'diff privacy 2027-01-01',
		'privacy has no version “2027-01-01”. There are: 2026-11-23, 2027-06-01.',
	],
	['diff privacy 2026-11-23', 'privacy has no version before 2026-11-23'],
	['diff privacy --html nowhere/x.html', 'nowhere is no folder that can be written to.'],
	[
		'unlock privacy 2027-06-01',
		'privacy@2027-06-01 is not locked. Locked are: acceptable-use@2026-11-23',
	],
	['withdraw privacy', 'Name a version of privacy.'],
	['links --timeout soon', '“soon” is no number of seconds'],
] as const)
	test(`“${call}” is answered with what is wrong, ends with 2 and writes nothing`, async ({
		office,
	}) => {
		const { code, notes } = await office.policy(...call.split(' ').filter(Boolean));
		expect(notes).toContain(words);
		expect(notes).toContain('`npm run policy -- --help` shows how it is called.');
		expect(code).toBe(2);
		expect(office.git('status', '--porcelain')).toBe('');
	});

test.describe('new', () => {
	test('copies the words of the version before that day, as a draft that the check takes', async ({
		office,
	}) => {
		const { code, out } = await office.policy('new', 'privacy', '2027-07-15');
		expect(code).toBe(0);
		expect(out).toContain('a copy of the version of 1 June 2027 (a draft).');
		expect(out).toContain('announced, at the latest "2027-06-15" (30 days ahead).');
		const { policies: read } = readFolder(join(office.root, policies));
		const [, , copy] = read.find(({ slug }) => slug === 'privacy')?.versions ?? [];
		expect(copy).toMatchObject({ date: '2027-07-15', kind: 'material', changes: [] });
		expect(copy?.announced).toBeUndefined();
		expect(copy?.hash).toBe(read.at(-1)?.versions[1]?.hash);
		expect((await office.policy('check')).notes).toBe('');
	});

	test('takes the remarks away to make an announced version', async ({ office }) => {
		await office.policy('new', 'acceptable-use', '2027-03-01');
		const source = office.read(announced).replaceAll(/^# (announced|changes| {2}- | {4})/gm, '$1');
		office.write(announced, source.replace('This policy says how', 'This very policy says how'));
		expect(await office.policy('check')).toMatchObject({ code: 0, notes: '' });
		expect(source).toMatch(/\nannounced: "2027-01-30"\n# .*\nchanges:\n {2}- clause: about\n/);
	});

	test('writes what the options say', async ({ office }) => {
		const change = 'retention | We keep bills: seven years. | Tax “law” changed.';
		const facts = ['--announced', '2027-02-01', '--urgent', 'The law: it changed.'];
		await office.policy('new', 'privacy', '2027-02-15', ...facts, '--change', change);
		const { policies: read } = readFolder(join(office.root, policies));
		expect(read.at(-1)?.versions[1]).toMatchObject({
			date: '2027-02-15',
			announced: '2027-02-01',
			urgent: 'The law: it changed.',
			changes: [
				{ clause: 'retention', what: 'We keep bills: seven years.', why: 'Tax “law” changed.' },
			],
		});
	});

	test('says which later versions do not know the changes', async ({ office }) => {
		const { out } = await office.policy('new', 'privacy', '2027-02-15', '--kind', 'editorial');
		expect(out).toContain('a copy of the version of 23 November 2026.');
		expect(out).toContain('Bring them into: 2027-06-01');
		expect(office.read(`${policies}/privacy/2027-02-15.mdx`)).not.toContain('changes:');
	});

	test('starts a policy that is not there yet', async ({ office }) => {
		const description =
			'What we do when a customer is not happy, and how long it may take at most.';
		const title = ['--title', 'Complaints code', '--description', description];
		expect((await office.policy('new', 'complaints', '2027-04-01', ...title)).code).toBe(0);
		expect(await office.policy('check')).toMatchObject({ code: 0, notes: '' });
		expect((await office.policy('new', 'complaints', '2027-04-01', ...title)).code).toBe(2);
	});

	test('leaves no half-written file behind', async ({ office }) => {
		await office.policy('new', 'privacy', '2027-07-15');
		expect(readdirSync(join(office.root, policies, 'privacy')).toSorted()).toEqual([
			'2026-11-23.mdx',
			'2027-06-01.mdx',
			'2027-07-15.mdx',
			'policy.yaml',
		]);
	});
});

test.describe('diff', () => {
	test('shows what was taken out and put in, clause by clause', async ({ office }) => {
		const { code, out } = await office.policy('diff', 'privacy');
		expect(code).toBe(0);
		expect(out).toContain(
			'Privacy policy: from 23 November 2026 to 1 June 2027\n1 of 21 clauses differs.',
		);
		expect(out).toContain('as [-the Act-]{+data protection law+} requires.');
		expect(out).toContain('6 Transfers [-outside Europe-]{+to other countries+} #transfers');
		const turned = await office.policy('diff', 'privacy', '2027-06-01', '2026-11-23');
		expect(turned.out).toBe(out);
	});

	test('writes a page that needs nothing beside itself', async ({ office }) => {
		await office.policy('diff', 'privacy', '--html', 'changes.html');
		const page = office.read('changes.html');
		expect(page).toContain('<h1>Privacy policy: from 23 November 2026 to 1 June 2027</h1>');
		expect(page).toMatch(/<del>.*the Act.*<\/del>/);
		expect(page).not.toMatch(/ src=|<link|@import|url\(/);
	});
});

test.describe('publish', () => {
	test.beforeEach(({ office }) => {
		const source = office.read(`${policies}/acceptable-use/2026-11-23.mdx`);
		office.write(announced, version(source, '2026-12-01'));
	});

	test('locks nothing before the production branch has it', async ({ office }) => {
		office.day = '2026-12-01';
		const uncommitted = await office.policy('publish');
		expect(uncommitted).toMatchObject({ code: 1, out: '' });
		expect(uncommitted.notes).toContain('changes in src/content/policies that are not committed');
		office.git('checkout', '--quiet', '-b', 'wording');
		office.commit('Announce');
		const branch = await office.policy('publish');
		expect(branch.code).toBe(1);
		expect(branch.notes).toContain('not on origin/main yet, so readers cannot see it');
		expect(office.git('status', '--porcelain')).toBe('');
	});

	test('locks a version on the production branch from the day of its announcement on', async ({
		office,
	}) => {
		office.commit('Announce');
		office.git('push', '--quiet');
		const early = await office.policy('publish');
		expect(early).toMatchObject({ code: 0, notes: '' });
		expect(early.out).toBe(
			'Nothing new to lock.\nacceptable-use@2027-03-01 is locked on 1 December 2026, the day of its announcement.',
		);
		office.day = '2026-12-01';
		expect((await office.policy('publish', '--dry-run')).out).toBe(
			'Would lock acceptable-use@2027-03-01.',
		);
		expect(office.git('status', '--porcelain')).toBe('');
		expect((await office.policy('publish')).out).toBe('Locked acceptable-use@2027-03-01.');
		expect(office.git('status', '--porcelain')).toBe(' M src/content/policies.lock.json\n');
		expect(await office.policy('check')).toMatchObject({ code: 0, notes: '' });
		office.write(announced, office.read(announced).replace('very policy', 'policy'));
		const { code, notes } = await office.policy('check');
		expect(code).toBe(1);
		expect(notes).toContain(
			'2027-03-01.mdx:12:6 People could read this version from 2026-12-01 on, so its words stay.',
		);
	});

	test('locks nothing while there are mistakes', async ({ office }) => {
		office.write(draft, office.read(draft).replace('kind: material', 'kind: minor'));
		const { code, notes } = await office.policy('publish', '--any-branch');
		expect(code).toBe(1);
		expect(notes).toContain('minor is not a kind of version');
		expect(office.git('diff', '--stat', '--', `${policies}.lock.json`)).toBe('');
	});
});

test.describe('unlock and withdraw', () => {
	/** A site whose record names these versions. */
	const site = (dates: readonly string[]) =>
		listen(async () => Response.json({ versions: dates.map((effective) => ({ effective })) }), {
			port: 0,
		});
	const it = ['acceptable-use', '2027-03-01'];

	test.beforeEach(async ({ office }) => {
		const source = office.read(`${policies}/acceptable-use/2026-11-23.mdx`);
		office.write(announced, version(source, '2026-11-24'));
		await office.policy('publish', '--any-branch');
	});

	test('a version locked by mistake and never deployed is unlocked, and made a draft', async ({
		office,
	}) => {
		const { url, close } = await site(['2026-11-23']);
		const locked = await office.policy('withdraw', ...it, '--site', url);
		expect(locked.notes).toContain('is locked. Unlock it first');
		const { code, out } = await office.policy('unlock', ...it, '--site', url);
		expect(out).toContain('The day of its announcement, 24 November 2026, has come.');
		expect(out).toContain('origin/main never held it with an announcement that has come.');
		expect(out).toContain(`${url}/acceptable-use/versions.json does not show it.`);
		expect(out).toContain('Unlocked acceptable-use@2027-03-01.');
		expect(code).toBe(0);
		expect((await office.policy('withdraw', ...it, '--site', url)).code).toBe(0);
		expect(office.read(announced)).not.toContain('announced:');
		expect(await office.policy('check')).toMatchObject({ code: 0, notes: '' });
		await close();
	});

	test('a version that the production branch holds stays locked', async ({ office }) => {
		office.commit('Announce');
		office.git('push', '--quiet');
		const { url, close } = await site(['2026-11-23']);
		const { code, out, notes } = await office.policy('unlock', ...it, '--site', url);
		expect(code).toBe(1);
		expect(out).toMatch(
			/origin\/main holds it, or held it, announced for 2026-11-24 \(commit \w{8}\)/,
		);
		expect(notes).toContain('acceptable-use@2027-03-01 stays locked.');
		await close();
	});

	test('a version that the production branch once held stays locked', async ({ office }) => {
		office.commit('Announce');
		office.git('rm', '--quiet', announced);
		office.commit('Take it away');
		office.git('push', '--quiet');
		const { url, close } = await site(['2026-11-23']);
		expect((await office.policy('unlock', ...it, '--site', url)).code).toBe(1);
		await close();
	});

	test('a version that the site shows stays locked', async ({ office }) => {
		const { url, close } = await site(['2026-11-23', '2027-03-01']);
		const { code, out } = await office.policy('unlock', ...it, '--site', url);
		expect(out).toContain('/acceptable-use/versions.json shows it.');
		expect(code).toBe(1);
		await close();
	});

	test('where the site or the branch cannot be asked, it stays locked, and says so', async ({
		office,
	}) => {
		const { url, close } = await site([]);
		await close();
		const offline = await office.policy('unlock', ...it, '--site', url);
		expect(offline.out).toContain('could not be read. Try again when you are online.');
		expect(offline.code).toBe(1);
		office.git('remote', 'set-url', 'origin', join(office.root, 'nowhere'));
		const lost = await office.policy('unlock', ...it, '--site', url);
		expect(lost.out).toContain('The branch main could not be read.');
		expect(lost.code).toBe(1);
	});

	test('before the day of its announcement a version is unlocked without further questions', async ({
		office,
	}) => {
		office.day = '2026-11-23';
		const looked = await office.policy('unlock', ...it, '--dry-run');
		expect(looked.out).toContain('Its announcement is for 24 November 2026, which has not come.');
		expect(looked.out).toContain('it could be unlocked.');
		expect(office.read(`${policies}.lock.json`)).toContain('acceptable-use@2027-03-01');
		expect((await office.policy('unlock', ...it)).code).toBe(0);
		expect(office.read(`${policies}.lock.json`)).not.toContain('acceptable-use@2027-03-01');
	});
});

test('links names what does not answer, with its place', async ({ office }) => {
	const answers: Record<string, number> = { '/fine': 200, '/gone': 404, '/closed': 403 };
	const { url, close } = await listen(
		async (request) => {
			const { pathname } = new URL(request.url);
			const shy = pathname === '/fine' && request.method === 'HEAD';
			return new Response(null, { status: shy ? 405 : (answers[pathname] ?? 500) });
		},
		{ port: 0 },
	);
	office.git('rm', '--quiet', '-r', 'src/content/pages', policies);
	mkdirSync(join(office.root, 'src/content/pages'), { recursive: true });
	const page = 'src/content/pages/home.mdx';
	const three = `[a](${url}/fine), [b](${url}/closed) and [c](${url}/gone).\n`;
	office.write(page, `Read [this](/here/).\n\n${three}`);
	const listed = await office.policy('links', '--list');
	expect(listed.out).toContain('3 links lead out of the site.');
	const asked = await office.policy('links');
	expect(asked.notes).toMatch(/^src\/content\/pages\/home\.mdx:3:\d+ \S+\/gone answers 404\.$/);
	expect(asked.out).toContain('3 links lead out of the site. 1 of them does not answer.');
	expect(asked.code).toBe(1);
	await close();
	const away = await office.policy('links');
	expect(away.notes).toContain('/fine cannot be reached.');
});
