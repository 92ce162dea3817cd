import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { solve } from '#src/components/form/client/solve.client.ts';
import { taskOf } from '#src/forms/work.ts';
import { issueChallenge } from '#contact/captcha/challenge.ts';
import { key } from '#contact/shared/keys.ts';
import { difficultyBits, verifyWork, puzzleCount } from '#contact/captcha/proof-of-work.ts';

const small = (bits = 8) => ({ nonce: randomBytes(16).toString('base64url'), puzzles: 4, bits });

test('what the browser finds is what the function checks', () => {
	for (let turn = 0; turn < 50; turn++) {
		const task = small();
		expect(verifyWork(task, solve(task))).toBe(true);
	}
});

test('a token names its task to whoever reads it', () => {
	const issuer = {
		keys: { current: key('a secret of more than thirty-two characters') },
		context: 'production',
		now: () => Date.parse('2026-11-23T10:00:00Z'),
	};
	const { token, task } = issueChallenge(issuer);
	expect(taskOf(token)).toEqual(task);
	expect(task).toMatchObject({ puzzles: puzzleCount, bits: difficultyBits });
	expect([puzzleCount, difficultyBits]).toEqual([16, 14]);
	expect(issueChallenge({ ...issuer, attack: true }).task.bits).toBe(16);
});

test('every puzzle has to be solved, each in its place', () => {
	const task = small(10);
	const found = solve(task).split('.');
	expect(verifyWork(task, found.join('.'))).toBe(true);
	for (const wrong of [
		found.slice(1),
		found.slice(0, -1),
		[...found, found[0]],
		found.toReversed(),
		found.map(() => found[0]),
		found.map((counter, index) => (index === 2 ? `0${counter}` : counter)),
		found.map((counter, index) => (index === 2 ? `${counter}.0` : counter)),
		found.map((counter, index) => (index === 2 ? String(Number(counter) + 2 ** 32) : counter)),
		found.map((counter, index) => (index === 2 ? `+${counter}` : counter)),
	]) {
		expect(verifyWork(task, wrong.join('.')), wrong.join('.')).toBe(false);
	}
});

test('a counter is a whole number below 2 to the power of 32, written in one way', () => {
	const any = { ...small(0), puzzles: 1 };
	for (const good of ['0', '7', '4294967295']) expect(verifyWork(any, good), good).toBe(true);
	for (const bad of ['4294967296', '9999999999', '07', '-1', '1e3', '1.0', ' 1', '１', '']) {
		expect(verifyWork(any, bad), bad).toBe(false);
	}
});

test('work for one question is no work for another', () => {
	const task = small(10);
	expect(verifyWork(small(10), solve(task))).toBe(false);
});

test('fewer bits are not enough', () => {
	const task = small(14);
	expect(verifyWork(task, solve({ ...task, bits: 4 }))).toBe(false);
});

test('no work at all is not done', () => {
	expect(verifyWork({ ...small(), puzzles: 0 }, '')).toBe(false);
});

test('nothing that was not worked for is a solution', () => {
	const task = small(32);
	fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => !verifyWork(task, text)));
	const counters = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });
	fc.assert(fc.property(counters, (found) => !verifyWork(task, found.join('.'))));
});
