import { expect, test } from '@playwright/test';
import { company, lines } from '#src/company.ts';
import { type Document, plain } from '#src/policies/text/document.ts';
import { readPolicies } from '#src/policies/read.ts';
import { inForce, publish } from '#src/policies/versions/versions.ts';

const policies = readPolicies('src/content/policies').map((policy) =>
	publish(policy, '2026-11-23'),
);

function wordsInForce(slug: string): Document {
	const policy = policies.find((candidate) => candidate.slug === slug);
	const edition = policy && inForce(policy);
	if (!edition) throw new Error(`No version of ${slug} is in force`);
	return edition.document;
}

const text = (document: Document) =>
	document.flatMap(({ blocks }) => blocks.map(({ runs }) => plain(runs))).join('\n');
const targets = (document: Document) =>
	document.flatMap(({ blocks }) => blocks.flatMap(({ runs }) => runs.map(({ href = '' }) => href)));

const [street, city, postcode] = company.address;
const address = `${company.legalName}, ${street}, ${city} ${postcode}`;

test('the privacy policy in force names the company as it is', () => {
	const words = text(wordsInForce('privacy'));
	expect(words).toContain(`data controller is ${address}`);
	expect(words).toContain(`We trade as ${company.name}`);
	expect(words).toContain(`by post to ${address}, or by e-mail to ${company.privacyEmail}`);
	expect(words).toContain(`write to ${address}, or send an e-mail to ${company.privacyEmail}`);
});

test('the acceptable use policy in force says how to reach the support team', () => {
	const support = lines.find(({ id }) => id === 'support');
	const document = wordsInForce('acceptable-use');
	expect(text(document)).toContain(
		`UK on ${support?.number}. The team can be reached seven days a week`,
	);
	expect(targets(document)).toContain(`tel:${support?.tel}`);
});

for (const { slug } of policies.filter(inForce))
	test(`every mail address, number and postcode of ${slug} in force is the company’s`, () => {
		const document = wordsInForce(slug);
		const found = [
			...text(document).matchAll(/\S+@[\w.]+\w|\b0[\d ]{9,}\d|\b[A-Z]{1,2}\d\w? \d[A-Z]{2}\b/g),
		];
		const numbers = lines.map(({ number }) => number);
		for (const [fact] of found)
			expect([company.privacyEmail, company.address[2], ...numbers]).toContain(fact);
		for (const target of targets(document).filter((href) => /^(mailto|tel):/.test(href)))
			expect([`mailto:${company.privacyEmail}`, ...lines.map(({ tel }) => `tel:${tel}`)]).toContain(
				target,
			);
	});

test('the privacy policy covers its twenty-one topics in their order', () => {
	expect(wordsInForce('privacy').map(({ id }) => id)).toEqual([
		...['introduction', 'purpose', 'collection', 'credit-checks', 'retention', 'transfers'],
		...['corrections', 'security', 'cookies', 'cookie-uses', 'cookie-kinds', 'advertising'],
		...['refusing-cookies', 'storage', 'uses', 'marketing', 'disclosure', 'rights', 'access'],
		...['changes', 'contact'],
	]);
});

test('the acceptable use policy is short and covers its topics', () => {
	const document = wordsInForce('acceptable-use');
	const words = text(document).split(/\s+/).length;
	expect(words).toBeGreaterThan(500);
	expect(words).toBeLessThan(850);
	expect(document.map(({ id }) => id)).toEqual([
		...['about', 'lawful-use', 'bulk-mail', 'networks', 'account', 'breach', 'reporting'],
	]);
});
