import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipFunctions } from '@netlify/zip-it-and-ship-it';
import { expect, test } from '@playwright/test';
import { functionsDirectory } from '#src/commands/build/bundle-function.ts';
import { contact } from '#src/forms/contact.ts';

test('the platform sees one function, at the addresses of the form, with a limit for each visitor', async () => {
	const out = await mkdtemp(join(tmpdir(), 'bundle-'));
	const shipped = await zipFunctions([functionsDirectory], out, { archiveFormat: 'none' });
	await rm(out, { recursive: true });
	expect(shipped.map(({ name }) => name)).toEqual(['contact']);
	const paths = shipped[0]?.routes?.map(({ pattern }) => pattern);
	expect(paths).toEqual([
		contact.challenge,
		contact.action,
		contact.sent,
		'/contact/mail-events',
		'/contact/deliver',
	]);
	expect(shipped[0]?.trafficRules).toMatchObject({
		action: { config: { aggregate: { keys: [{ type: 'ip' }, { type: 'domain' }] } } },
	});
});
