import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { variables } from '#contact/environment.ts';
import { transitions } from '#contact/enquiry/enquiry.ts';

const readme = readFileSync('README.md', 'utf8');

test('the README shows the table of steps that the code takes', () => {
	const rows = Object.entries(transitions).flatMap(([from, steps]) =>
		Object.entries(steps).map(([to, when]) => `| ${from} | ${to} | ${when} |`),
	);
	expect(rows.length).toBeGreaterThan(8);
	expect(readme).toContain(['| from | to | when |', '|---|---|---|', ...rows].join('\n'));
});

test('the README gives every dependency its reason', () => {
	const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
	const table = readme.split('## Dependencies')[1] ?? '';
	const missing = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => {
		const short = name.replace(/^@netlify\//, '');
		return !table.includes(`\`${name}\``) && !table.includes(`\`${short}\``);
	});
	expect(missing).toEqual([]);
});

test('every variable of the function is explained in .env.example and nothing else is', () => {
	const example = readFileSync('.env.example', 'utf8');
	const explained = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
	const read = Object.keys(variables);
	expect(read.length).toBeGreaterThan(10);
	expect(explained.sort()).toEqual(read.sort());
});
