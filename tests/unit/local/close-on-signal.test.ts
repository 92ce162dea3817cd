import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

/** Runs a script in which `tell` sends a signal so many milliseconds after the first; gives its output and exit code. */
const run = (script: string) =>
	promisify(execFile)(process.execPath, [
		'--input-type=module',
		'-e',
		`import { closeOnSignal } from '#src/commands/local/close-on-signal.ts';
		const tell = (signal, at) => { performance.now = () => at; process.emit(signal); };
		setInterval(() => {}, 1000);
		${script}`,
	]).then(
		({ stdout }) => ({ code: 0, out: stdout }),
		({ code, stdout }) => ({ code, out: stdout }),
	);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	test(`${signal} lets what is under way finish, and arriving three times is one`, async () => {
		const closing = `let go; const done = new Promise((resolve) => { go = resolve; });
			closeOnSignal(async () => { console.log('closing'); await done; console.log('closed'); });`;
		const signals = `for (const at of [0, 10, 900]) tell('${signal}', at); go();`;
		expect(await run(closing + signals)).toEqual({ code: 0, out: 'closing\nclosed\n' });
	});
}

test('told again while closing takes long, the process ends at once', async () => {
	const never = 'closeOnSignal(() => new Promise(() => {}));';
	const signals = "tell('SIGINT', 0); console.log('still here'); tell('SIGINT', 1001);";
	expect(await run(never + signals)).toEqual({ code: 1, out: 'still here\n' });
});
