import { expect, test } from '@playwright/test';
import { crash } from '#simulation/delivery/crash.ts';

test('a site that is killed five times under load has lost and doubled nothing', async () => {
	const crashed = await crash(5);
	expect(crashed).toMatchObject({ kills: 5, lost: 0, doubled: 0 });
	expect(crashed.told).toBeGreaterThan(0);
});
