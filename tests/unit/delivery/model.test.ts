import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { connect } from '../../delivery/line.ts';
import { long, short } from '../../delivery/model.ts';

test.beforeAll(() => {
	disconnect = connect();
});
test.afterAll(() => disconnect());
let disconnect = (): void => {};

const check = (histories: typeof short, numRuns: number) => fc.check(histories, { numRuns });

const explain = (details: Awaited<ReturnType<typeof check>>): string =>
	`${fc.defaultReportMessage(details)}\n${details.failed ? details.errorInstance : ''}`;

test('whatever happens at once, whatever fails and whoever dies, each message taken arrives once', async () => {
	const details = await check(short, 200);
	expect(details.failed, explain(details)).toBe(false);
});

test('however long it takes, nothing arrives twice and nothing is lost from sight', async () => {
	const details = await check(long, 100);
	expect(details.failed, explain(details)).toBe(false);
});
