import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox, webkit } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const usual = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function runs(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** The Chromium to test with: the one `CHROMIUM` names, the test runner's own, or one that is installed here. */
export function findBrowser(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const installed = folders.flatMap((folder) => names.map((name) => join(folder, name)));
	const named = process.env.CHROMIUM;
	const candidates = [chromium.executablePath(), ...installed, ...usual];
	return (named === undefined ? candidates : [named]).find(runs);
}

/** The other browsers that the test runner knows, and whether it has them here: then the visitor's journeys run in them too. */
export const otherBrowsers = () =>
	[firefox, webkit].map((browser) => ({
		browserName: browser.name() as 'firefox' | 'webkit',
		isHere: runs(browser.executablePath()),
	}));

function attempt(what: string, [command, ...args]: [string, ...string[]]): void {
	console.log(`No Chromium found; ${what} …`);
	const { status } = spawnSync(command, args, { stdio: 'inherit' });
	if (status !== 0) console.log(`That did not work (${command} ended with ${status}).`);
}

/** Finds a Chromium or installs one, and says which. Throws when there is no way to have one. */
export function provideBrowser(): string {
	if (!findBrowser()) {
		if (process.getuid?.() === 0 && runs('/usr/bin/apt-get')) {
			attempt('installing the system’s own with apt-get', [
				'apt-get',
				'install',
				'--yes',
				'--quiet',
				'chromium',
			]);
		}
	}
	if (!findBrowser()) {
		attempt('downloading the test runner’s own', ['playwright', 'install', 'chromium']);
	}
	const path = findBrowser();
	if (!path) throw new Error('No Chromium: install Chrome or Chromium, or name one with CHROMIUM=');
	console.log(`Browser tests run in ${path}`);
	return path;
}

if (import.meta.main) provideBrowser();
