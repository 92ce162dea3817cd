import { expect, test } from '@playwright/test';
import { checkFirst } from '#src/commands/build/check-first.ts';
import { handOver, takeOver } from '#src/policies/held.ts';
import { readPolicies } from '#src/policies/read.ts';

const folder = 'src/content/policies';

test('the check before a build hands it the policies as a build reads them', () => {
	checkFirst();
	expect(takeOver(folder)).toEqual(readPolicies(folder));
});

test('policies are handed over once, because files may change before a later build', () => {
	handOver(folder, []);
	expect(takeOver(folder)).toEqual([]);
	expect(takeOver(folder)).toBeUndefined();
});

test('a build of other policies than those that were checked takes none over', () => {
	handOver(folder, []);
	expect(takeOver('tests/corpus')).toBeUndefined();
	expect(takeOver(folder)).toBeUndefined();
});
