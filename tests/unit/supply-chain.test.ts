import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { licencesOf, refused } from '#src/commands/licences/licences.ts';

const workflows = globSync('.github/workflows/*.yml').map((file) => ({
	file,
	text: readFileSync(file, 'utf8'),
}));

interface Step {
	readonly uses?: string;
	readonly run?: string;
}

const stepsOf = (text: string): Step[] => {
	const { jobs }: { jobs: Record<string, { steps: Step[] }> } = parse(text);
	return Object.values(jobs).flatMap(({ steps }) => steps);
};

test('every action is pinned by its whole commit, with the version beside it', () => {
	const uses = workflows.flatMap(({ text }) => text.match(/uses: .*/g) ?? []);
	expect(uses.length).toBeGreaterThan(3);
	for (const one of uses) expect(one).toMatch(/^uses: [\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
});

test('no workflow gives a secret to a program as an argument', () => {
	for (const { file, text } of workflows) {
		const secrets = [...text.matchAll(/(\w+): \$\{\{ (?:secrets\.\w+|github\.token) \}\}/g)];
		for (const { run = '' } of stepsOf(text)) {
			// The words of the shell itself, printf and test, start no program.
			const programs = run.replaceAll(/^\s*(?:printf|test) .*$/gm, '');
			expect(run, file).not.toContain('${{');
			for (const [, name] of secrets) expect(programs, file).not.toMatch(`$${name}`);
		}
	}
});

const lock = (packages: Record<string, { version: string; license?: string }>) =>
	licencesOf({ packages });

test('the licences of all packages are agreed to', () => {
	const licences = licencesOf(JSON.parse(readFileSync('package-lock.json', 'utf8')));
	expect(licences.get('MIT')?.length).toBeGreaterThan(100);
	expect(refused(licences)).toEqual([]);
});

test('a package with a licence that nobody agreed to, or none, is named', () => {
	const version = '1.0.0';
	const licences = lock({
		'': { version },
		'node_modules/a': { version, license: 'GPL-3.0' },
		'node_modules/b/node_modules/@c/d': { version },
		'node_modules/e': { version, license: '(MIT OR GPL-3.0)' },
		'node_modules/f': { version, license: 'MIT AND GPL-3.0' },
	});
	expect(refused(licences)).toEqual([
		'a@1.0.0: GPL-3.0',
		'f@1.0.0: MIT AND GPL-3.0',
		'@c/d@1.0.0: no licence named',
	]);
});
