import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { instanceDirectory, readPort } from '#src/commands/local/instance.ts';
import { listen } from '#src/commands/local/listen.ts';

/** What a command that cannot start says, and its exit code. */
const refused = (command: string, PORT: string) =>
	promisify(execFile)(process.execPath, [`src/commands/${command}.ts`], {
		env: { ...process.env, PORT },
	}).then(
		() => 'It started.',
		({ code, stdout, stderr }) => ({ code, stdout, said: stderr.trim() }),
	);

const problemWith = (port: string) =>
	`PORT is “${port}”. Set it to a number from 1 to 65535, for example PORT=8888, or to 0 for any free one.`;

test('the port is the one that PORT names, and 8888 without it', () => {
	expect(readPort({})).toBe(8888);
	expect(readPort({ PORT: '9000' })).toBe(9000);
	expect(readPort({ PORT: '0' })).toBe(0);
	for (const port of ['', ' ', 'abc', '99999', '-1', '80.5', '0x50 ']) {
		expect(() => readPort({ PORT: port }), port).toThrow(problemWith(port));
	}
});

for (const command of ['start', 'dev']) {
	test(`${command} says in one line what PORT should be`, async () => {
		expect(await refused(command, 'abc')).toEqual({
			code: 1,
			stdout: '',
			said: problemWith('abc'),
		});
	});

	test(`${command} names a port that is taken in one line, and builds nothing`, async () => {
		const other = await listen(async () => new Response('other'), { port: 0 });
		const { port } = new URL(other.url);
		expect(await refused(command, port)).toEqual({
			code: 1,
			stdout: '',
			said: `Port ${port} is already in use. Set PORT to a free one, for example PORT=${Number(port) + 1}.`,
		});
		expect(existsSync(instanceDirectory(Number(port)))).toBe(false);
		await other.close();
	});
}
