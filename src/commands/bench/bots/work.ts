import { chromium } from '@playwright/test';
import { solve } from '#src/components/form/client/solve.client.ts';
import { issueChallenge } from '#contact/captcha/challenge.ts';
import { verifyToken } from '#contact/captcha/verify-token.ts';
import { verifyWork } from '#contact/captcha/proof-of-work.ts';
import { browserArguments } from '#simulation/bots/browser.ts';
import { findBrowser } from '#src/commands/browser.ts';
import { TestApp } from '#simulation/fakes.ts';
import { serveApp } from '#simulation/app-site.ts';

const samples = 200;

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const at = (part: number, numbers: readonly number[]): number =>
	sorted(numbers)[Math.min(numbers.length - 1, Math.floor(part * numbers.length))] ?? 0;
const round = (milliseconds: number): string => milliseconds.toFixed(1);

/** CPU milliseconds for one call, over many. */
function each(times: number, call: () => void): number {
	const begun = process.cpuUsage();
	for (let turn = 0; turn < times; turn++) call();
	const { user, system } = process.cpuUsage(begun);
	return (user + system) / 1000 / times;
}

/** CPU milliseconds of the work, of its check and of opening a token: medians of many turns, in one process. */
function inNode() {
	const { issuer } = new TestApp().services();
	const turns = Array.from({ length: 30 }, () => {
		const { token, task } = issueChallenge(issuer);
		let solution = '';
		const work = each(1, () => {
			solution = solve(task);
		});
		const check = each(2_000, () => verifyWork(task, solution));
		return { work, check, open: each(2_000, () => verifyToken(token, 'contact', issuer)) };
	});
	const median = (name: 'work' | 'check' | 'open') =>
		at(
			0.5,
			turns.map((turn) => turn[name]),
		);
	return { work: median('work'), check: median('check'), open: median('open') };
}

/** Milliseconds that the site's own worker takes in a browser, from the start of the worker to its answer. */
async function inBrowser(): Promise<number[]> {
	const { url, app, close } = await serveApp();
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
	const { issuer } = app.services();
	const tokens = Array.from({ length: samples }, () => issueChallenge(issuer).token);
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
	const { work, check, open } = inNode();
	console.log(
		`In Node, CPU: the work ${round(work)} ms, its check ${(check * 1000).toFixed(1)} µs, opening its token ` +
			`${(open * 1000).toFixed(1)} µs. Work to check: ${Math.round(work / check).toLocaleString('en-GB')} to 1`,
	);
}
