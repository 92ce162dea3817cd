import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { formType } from '../function/outside.ts';
import { solvedForm, variables } from '../function/world.ts';

const site = fileURLToPath(new URL('./site.ts', import.meta.url));
/** Visitors who send one form after the other. */
const visitors = 20;
/** Longer than any request of the function may take, in milliseconds. */
const limits = 7_000;
/** How far the resident set may move after the first quarter. */
const tolerance = 0.1;

/** The resident set of the site's process in megabytes, after each quarter of the submissions. */
export interface Memory {
	readonly first: number;
	readonly second: number;
	readonly third: number;
	readonly last: number;
	readonly flat: boolean;
}

/** Megabytes of a process, as the kernel says. */
async function resident({ pid }: ChildProcess): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

async function send(url: string, count: number): Promise<void> {
	let left = count;
	const visit = async () => {
		while (left-- > 0) {
			const response = await fetch(new URL('/contact/send', url), {
				method: 'POST',
				body: solvedForm(),
				headers: { 'content-type': formType },
				redirect: 'manual',
			});
			await response.arrayBuffer();
			if (response.status !== 303) throw new Error(`A form was answered ${response.status}`);
		}
	};
	await Promise.all(Array.from({ length: visitors }, visit));
}

/** Sends so many submissions over HTTP to the built function in a process of its own. Works on Linux. */
export async function memory(submissions: number): Promise<Memory> {
	const env = { ...process.env, ...variables };
	const child = fork(site, { env, silent: true, execArgv: ['--expose-gc'] });
	try {
		const [{ url }] = await once(child, 'message');
		const sizes: number[] = [];
		for (let quarter = 0; quarter < 4; quarter++) {
			await send(url, submissions / 4);
			await setTimeout(limits);
			sizes.push(await resident(child));
		}
		const [first = 0, second = 0, third = 0, last = 0] = sizes;
		const flat = sizes.every((size) => Math.abs(size / first - 1) <= tolerance);
		return { first, second, third, last, flat };
	} finally {
		child.kill();
	}
}
