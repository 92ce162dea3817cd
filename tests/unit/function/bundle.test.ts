import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipFunctions } from '@netlify/zip-it-and-ship-it';
import { expect, test } from '@playwright/test';
import { functionEntry, functionsDirectory } from '#src/commands/build/bundle-function.ts';
import { loadFunction } from '#src/commands/local/load-function.ts';
import { formIds } from '#src/forms/addresses.ts';
import { formPaths } from '#contact/routes/form-at.ts';
import { paths as addresses } from '#contact/routes/paths.ts';
import { buildData } from '#simulation/fakes.ts';

test('the platform sees one function, at the addresses of the forms, with a limit for each visitor', async () => {
	const out = await mkdtemp(join(tmpdir(), 'bundle-'));
	const shipped = await zipFunctions([functionsDirectory], out, { archiveFormat: 'none' });
	await rm(out, { recursive: true });
	expect(shipped.map(({ name }) => name)).toEqual(['contact']);
	const paths = shipped[0]?.routes?.map(({ pattern }) => pattern);
	const ofForms = formIds.flatMap((id) => Object.values(formPaths(id)));
	expect(paths?.toSorted()).toEqual([...ofForms, ...Object.values(addresses)].toSorted());
	expect(shipped[0]?.trafficRules).toMatchObject({
		action: { config: { aggregate: { keys: [{ type: 'ip' }, { type: 'domain' }] } } },
	});
});

test('the entry handles requests and no events, so that nobody can trigger one by a header', async () => {
	expect(Object.keys(await loadFunction(functionEntry)).toSorted()).toEqual(['config', 'fetch']);
});

test('the entry holds what a question needs and the pages, and no more than 12,000 bytes besides', () => {
	const bytes = readFileSync(functionEntry).length - JSON.stringify(buildData).length;
	expect(bytes).toBeGreaterThan(0);
	expect(bytes).toBeLessThanOrEqual(12_000);
});

test('the platform ships the deferred part as it was built, and what it loads in its turn', async () => {
	const out = await mkdtemp(join(tmpdir(), 'bundle-'));
	await zipFunctions([functionsDirectory], out, { archiveFormat: 'none' });
	const parts = await readdir(join(dirname(functionEntry), 'parts'));
	expect(parts).toContain('deferred.mjs');
	for (const part of parts) {
		const [made, shipped] = [dirname(functionEntry), join(out, 'contact')].map((folder) =>
			readFileSync(join(folder, 'parts', part), 'utf8'),
		);
		expect(shipped, part).toBe(made);
	}
	await rm(out, { recursive: true });
});
