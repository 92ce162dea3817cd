import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { functionEntry } from '#src/commands/build/bundle-function.ts';
import { withRaces } from '#src/commands/enquiries/races.ts';
import { type LocalRun, startLocal } from '#src/commands/local/run.ts';
import { MemoryStore } from '#simulation/fakes.ts';
import { now, test as base } from './terminal.ts';

const run = promisify(execFile);

/** The built site, running beside the store of the test. */
const test = base.extend<{ site: LocalRun }>({
	site: async ({ directory }, use) => {
		const site = await startLocal({ port: 0, functionEntry, stateDirectory: directory });
		await use(site);
		await site.close();
	},
});

// The function reads the environment of this process, so one run at a time.
test.describe.configure({ mode: 'default' });

/** Runs the command as a person does. */
const command = (args: readonly string[]) =>
	run(process.execPath, ['src/commands/enquiries.ts', ...args]).then(
		({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
		({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
			code,
			stdout,
			stderr,
		}),
	);

test('the self-test of a running site finds all well and leaves a marked mail', async ({
	site,
	directory,
	place,
}) => {
	const { code, stdout } = await command(['selftest', '--local', directory, '--url', site.url]);
	expect(stdout).not.toContain('FAULT');
	expect(stdout.match(/^well /gm)).toHaveLength(10);
	expect(code).toBe(0);
	const mails = await (await fetch(`${site.mailboxUrl}messages.json`)).json();
	expect(mails).toEqual([
		expect.objectContaining({
			text: expect.stringContaining('Self-test of the contact form'),
			subject: expect.stringMatching(/^Something else: /),
		}),
	]);
	expect(await Array.fromAsync(place.store.list('selftest/'))).toEqual([]);
	const [, reference = ''] = /a reference: (\w{8})/.exec(stdout) ?? [];
	const listed = await command(['list', '--local', directory]);
	expect(listed.stdout).toMatch(new RegExp(`^${reference} +delivered `, 'm'));
});

test('the self-test fails when the site keeps its records elsewhere', async ({
	site,
	enquiries,
}) => {
	const args = ['selftest', '--url', site.url, '--context', 'branch-deploy'];
	const { code, out, notes } = await enquiries(args);
	expect(out).toMatch(/FAULT {2}The record comes to rest: No enquiry has the reference/);
	expect(code).toBe(1);
	expect(notes).toBe('1 of 9 checks failed.');
});

test('the self-test fails when nobody answers, and says so for machines too', async ({
	directory,
}) => {
	const args = ['selftest', '--local', directory, '--url', 'http://127.0.0.1:9', '--json'];
	const { code, stdout, stderr } = await command(args);
	expect(code).toBe(1);
	expect(stderr).toContain('2 of 6 checks failed.');
	expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ well: false }));
});

const raceBoth = (store: MemoryStore) =>
	withRaces(store, now, async ({ create, replace }) => replace(await create()));

test('the races of a store with a true compare-and-set have one winner each', async () => {
	const store = new MemoryStore();
	await raceBoth(store);
	expect(store.records.size).toBe(0);
});

test('the races find a store that lets both creators win, and leave nothing behind', async () => {
	class Careless extends MemoryStore {
		override async create(key: string, value: unknown) {
			this.records.delete(key);
			return super.create(key, value);
		}
	}
	const store = new Careless();
	await expect(raceBoth(store)).rejects.toThrow('The two writes were: kept, kept');
	expect(store.records.size).toBe(0);
});

test('the races find a store that lets both replacements win', async () => {
	class Careless extends MemoryStore {
		override replace(key: string, value: unknown) {
			return super.replace(key, value, this.records.get(key)?.etag ?? '');
		}
	}
	await expect(raceBoth(new Careless())).rejects.toThrow('The two writes were: kept, kept');
});
