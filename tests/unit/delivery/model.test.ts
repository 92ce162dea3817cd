import { expect, test } from '@playwright/test';
import { checkLong, checkShort } from '#simulation/delivery/model.ts';

test('whatever happens at once, whatever fails and whoever dies, each message taken arrives once', async () => {
	const { failure } = await checkShort(200);
	expect(failure).toBeUndefined();
});

test('however long it takes, nothing arrives twice and nothing is lost from sight', async () => {
	const { failure } = await checkLong(100);
	expect(failure).toBeUndefined();
});
