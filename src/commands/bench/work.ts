import { randomBytes } from 'node:crypto';
import { chromium } from '@playwright/test';
import { solve } from '#src/components/form/solve.client.ts';
import { ask } from '../../../netlify/functions/contact/challenge.ts';
import { recall } from '../../../netlify/functions/contact/recall.ts';
import { bits, isDone, puzzles } from '../../../netlify/functions/contact/work.ts';
import { browserArguments } from '../../../tests/bots/browser.ts';
import { findBrowser } from '../../../tests/browser.ts';
import { Office } from '../../../tests/fakes.ts';
import { serveOffice } from '../../../tests/office-site.ts';

const samples = 200;

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const at = (part: number, numbers: readonly number[]): number =>
	sorted(numbers)[Math.min(numbers.length - 1, Math.floor(part * numbers.length))] ?? 0;
const round = (milliseconds: number): string => milliseconds.toFixed(1);

/** Milliseconds for one call, over many. */
function each(times: number, call: () => void): number {
	for (let warm = 0; warm < times; warm++) call();
	const begun = performance.now();
	for (let turn = 0; turn < times; turn++) call();
	return (performance.now() - begun) / times;
}

/** Milliseconds that the site's own worker takes in a browser, from the start of the worker to its answer. */
async function inBrowser(): Promise<number[]> {
	const { url, office, close } = await serveOffice();
	const executablePath = findBrowser();
	const browser = await chromium.launch({
		...(executablePath && { executablePath }),
		args: browserArguments,
	});
	const page = await browser.newPage();
	const loaded = page.waitForRequest((request) => request.url().includes('work.client'));
	await page.goto(`${url}/contact/`);
	await page.locator('[name=name]').pressSequentially('Ada');
	const worker = (await loaded).url();
	const { issuer } = office.desk();
	const tokens = Array.from({ length: samples }, () => ask(issuer).token);
	const times = await page.evaluate(
		async ([script, all]) => {
			const took: number[] = [];
			for (const token of all) {
				const begun = performance.now();
				const one = new Worker(script, { type: 'module' });
				await new Promise((done) => {
					one.onmessage = done;
					one.postMessage(token);
				});
				one.terminate();
				took.push(performance.now() - begun);
			}
			return took;
		},
		[worker, tokens] as const,
	);
	await browser.close();
	await close();
	return times;
}

/** Prints what the work costs a browser and what its check costs the function. */
export async function printWork(): Promise<void> {
	const times = await inBrowser();
	console.log(
		`The work in Chromium, ${samples} times: median ${round(at(0.5, times))} ms, p99 ${round(at(0.99, times))} ms`,
	);
	const task = { nonce: randomBytes(16).toString('base64url'), puzzles, bits };
	const solution = solve(task);
	const check = each(20_000, () => isDone(task, solution));
	const { issuer } = new Office().desk();
	const { token } = ask(issuer);
	const open = each(20_000, () => recall(token, issuer));
	const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
	console.log(
		`The check: ${(check * 1000).toFixed(1)} µs, and ${(open * 1000).toFixed(1)} µs to open the token. ` +
			`Work to check: ${Math.round(mean / check).toLocaleString('en-GB')} to 1`,
	);
}
