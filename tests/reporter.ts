import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { otherBrowsers } from '#src/commands/browser.ts';

/** A line of the browsers in which tests ran, by their projects' names, and of those that the machine lacks; empty without any. */
function browsersInWords(ran: ReadonlySet<string>): string {
	const names = { browser: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };
	const used = Object.entries(names).flatMap(([project, name]) => (ran.has(project) ? [name] : []));
	if (used.length === 0) return '';
	const lacking = otherBrowsers().filter(({ isHere }) => !isHere);
	const missing = lacking.map(({ browserName }) => names[browserName]).join(' and ');
	const way = `npx playwright install ${lacking.map(({ browserName }) => browserName).join(' ')}`;
	return `\nBrowsers: ${used.join(', ')}.${missing && ` Not here, so not tested: ${missing} (${way}).`}\n`;
}

/** Ends a run with the browsers and one line of true counts: each test once, by its last try. */
export default class Counts implements Reporter {
	readonly #outcomes = new Map<string, boolean>();
	readonly #projects = new Set<string>();

	onTestEnd(test: TestCase, { status }: TestResult): void {
		if (status === 'skipped') return;
		this.#outcomes.set(test.id, status === test.expectedStatus);
		this.#projects.add(test.parent.project()?.name ?? '');
	}

	onExit(): Promise<void> {
		const passed = [...this.#outcomes.values()].filter(Boolean).length;
		console.log(
			`${browsersInWords(this.#projects)}\n${passed} passed, ${this.#outcomes.size - passed} failed`,
		);
		return Promise.resolve();
	}
}
