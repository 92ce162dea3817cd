import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { formOf } from '#src/forms/forms.ts';
import { notices } from '#src/forms/notices.ts';
import { readPolicies } from '#src/policies/read.ts';
import { plain } from '#src/policies/text/document.ts';
import { inForce, publish } from '#src/policies/versions/versions.ts';
import { asking, processing } from '#src/processing.ts';
import { periods } from '#contact/enquiry/retention.ts';
import { readRetentionDays, variables } from '#contact/environment.ts';

const { forms, recipients, periods: registered, elsewhere } = processing;

/** The fields of each form that no purpose names, and the names that are no field, as `form: field`. */
function fieldDrift(register = forms): string[] {
	return asking.flatMap((id) => {
		const fields = id === 'notices' ? notices.fields : formOf(id).fields;
		const asked = new Set(Object.keys(fields));
		const named = new Set(register[id].flatMap(({ fields }) => fields));
		return [...asked.symmetricDifference(named)].map((field) => `${id}: ${field}`);
	});
}

test('every field of every form has its purpose, and no other', () => {
	expect(fieldDrift()).toEqual([]);
	const [first, ...rest] = forms.contact;
	const without = { ...forms, contact: rest };
	expect(fieldDrift(without)).toContain(`contact: ${first?.fields[0]}`);
});

/** Whether a variable of the function holds the addresses of somebody who receives what was sent. */
const namesRecipient = (name: string): boolean => /_TO(?:_|$)/.test(name);

test('every variable that names a recipient is in the register, and no other', () => {
	const named = recipients.flatMap((one) => one.variables);
	expect(named.toSorted()).toEqual(Object.keys(variables).filter(namesRecipient).toSorted());
});

/** Packages by which the function can reach another company. */
const packages = globSync('netlify/functions/contact/**/*.ts').flatMap((file) =>
	[...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"]([^.#'"][^'"]*)['"]/g)].map(
		([, name = '']) => name,
	),
);
/** Those that reach nobody: the platform's types, Node and pure functions. */
const silent = /^(?:node:|virtual:|zod|ultrahtml|@netlify\/functions$)/;

test('every package by which the function reaches somebody is in the register, and no other', () => {
	const reaching = new Set(packages.filter((name) => !silent.test(name)));
	expect([...reaching].toSorted()).toEqual(recipients.flatMap((one) => one.packages).toSorted());
});

test('every period for which something is kept is in the register, and no other', () => {
	const inCode = { ...periods, undelivered: readRetentionDays({}) };
	expect(Object.fromEntries(registered.map(({ id, days }) => [id, days]))).toEqual(inCode);
});

const today = new Date().toISOString().slice(0, 10);
const privacy = readPolicies('src/content/policies').find(({ slug }) => slug === 'privacy');
/** The versions that readers are shown as in force or announced, with the words of each clause. */
const shown = (privacy ? publish(privacy, today).editions : []).filter(
	({ state }) => state === 'in force' || state === 'upcoming',
);
const statements = [...Object.values(forms).flat(), ...recipients, ...registered, ...elsewhere];

test('every statement rests on words that the privacy policy in force holds, and those that are announced', () => {
	expect(privacy && inForce(publish(privacy, today))).toBeDefined();
	for (const { date, document } of shown) {
		for (const { rests } of statements) {
			const clause = document.find(({ id }) => id === rests.clause);
			const words = clause?.blocks.map(({ runs }) => plain(runs)).join('\n');
			expect(words, `${rests.clause} of ${date}`).toContain(rests.quote);
		}
	}
});

test('above the privacy policy stands all of the register, and above no version of it', () => {
	const words = (file: string) =>
		readFileSync(file, 'utf8')
			.replaceAll(/<[^>]+>/g, '')
			.replaceAll(/\s+/g, ' ');
	const page = words('dist/privacy/index.html');
	const purposes = Object.values(forms).flat();
	const said = [
		...purposes.map(({ why }) => why),
		...recipients.map(({ who }) => who),
		...registered.map(({ what, days }) => `${what}: ${days} days.`),
		...elsewhere.map(({ what, where, until }) => `${what}: ${where}, ${until}.`),
	];
	for (const one of said) expect(page).toContain(one);
	for (const { date } of shown) {
		expect(words(`dist/privacy/${date}/index.html`)).not.toContain(purposes[0]?.why);
	}
});
