import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { company } from '#src/company.ts';
import { checking } from '#src/forms/checking.ts';
import { buildData } from '#simulation/fakes.ts';
import { test } from './site.ts';

const run = promisify(execFile);
const { policy } = buildData;
const text = readFileSync(`dist/privacy/${policy.date}.txt`, 'utf8');
const markdown = readFileSync(`dist/privacy/${policy.date}.md`, 'utf8');
const version = 'Privacy policy, version of 23 November 2026';

async function check(page: Page, pasted: string): Promise<void> {
	await page.getByLabel(checking.label).fill(pasted);
	await page.getByRole('button', { name: checking.button }).click();
}

const found = (page: Page) => page.getByRole('status');

test('a version is known by its plain text, however it was copied', async ({ page }) => {
	await page.goto('/verify/');
	const windows = text.replaceAll('\n', '\r\n');
	for (const copy of [text, text.trimEnd(), `\n\n${text}\n\n`, windows, markdown]) {
		await check(page, copy);
		await expect(found(page)).toHaveText(checking.same(version));
		await check(page, '');
		await expect(found(page)).toHaveText(checking.empty);
	}
});

test('a text with one word more or less is no version', async ({ page }) => {
	await page.goto('/verify/');
	for (const copy of [text.replace('not', ''), `${text} more`, 'Something else']) {
		await check(page, copy);
		await expect(found(page)).toHaveText(checking.unknown);
		await check(page, '');
		await expect(found(page)).toHaveText(checking.empty);
	}
});

test('a fingerprint tells its version, whole or as a receipt has it', async ({ page }) => {
	await page.goto('/verify/');
	const [whole, inTwoLines] = [policy.sha256, policy.sha256.replace(/^.{40}/, '$&\n')];
	for (const fingerprint of [whole, inTwoLines, whole.slice(0, 12).toUpperCase()]) {
		await check(page, ` ${fingerprint} `);
		await expect(found(page)).toHaveText(checking.fingerprint(version));
	}
	await check(page, 'f'.repeat(12));
	await expect(found(page)).toHaveText(checking.unknown);
});

test('nothing of a checked text leaves the browser', async ({ page }) => {
	await page.goto('/verify/');
	await page.waitForLoadState('networkidle');
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await check(page, text);
	await expect(found(page)).toHaveText(checking.same(version));
	expect(asked).toEqual([]);
	expect(page.url()).toMatch(/\/verify\/$/);
});

test('the keyboard alone checks a text', async ({ page }) => {
	await page.goto('/verify/');
	await page.getByLabel(checking.label).focus();
	await page.keyboard.insertText(policy.sha256);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(found(page)).toHaveText(checking.fingerprint(version));
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the page offers no box that would do nothing', async ({ page }) => {
		await page.goto('/verify/');
		await expect(page.getByRole('textbox')).toBeHidden();
		await expect(page.getByRole('button', { name: checking.button })).toBeHidden();
		await expect(page.getByText(checking.withoutScript)).toBeVisible();
	});

	test('the two commands of the page, run in a shell, give the fingerprint of its list', async ({
		page,
		local,
	}) => {
		await page.goto('/verify/');
		const commands = (await page.locator('pre').innerText()).trim().split('\n');
		expect(commands).toHaveLength(2);
		const folder = await mkdtemp(join(tmpdir(), 'verify-'));
		const script = commands.join('\n').replaceAll(company.site, local.url);
		const { stdout } = await run('sh', ['-e', '-c', script], { cwd: folder });
		await rm(folder, { recursive: true });
		const [fingerprint = ''] = stdout.split(' ');
		expect(fingerprint).toBe(policy.sha256);
		await expect(page.getByText(fingerprint)).toBeVisible();
	});
});
