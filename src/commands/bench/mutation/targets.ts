const contact = 'netlify/functions/contact';
const delivery = 'tests/unit/delivery';

/** The files that are given faults, and the tests that have to see them. */
export const targets: readonly { readonly file: string; readonly tests: readonly string[] }[] = [
	{ file: `${contact}/enquiry/claim.ts`, tests: ['tests/unit/function', delivery] },
	{ file: `${contact}/enquiry/transition.ts`, tests: [delivery] },
	{ file: `${contact}/enquiry/retention.ts`, tests: [delivery, 'tests/unit/operator'] },
	{ file: `${contact}/delivery/deliver.ts`, tests: [delivery, 'tests/unit/operator'] },
	{ file: `${contact}/delivery/retry-policy.ts`, tests: [delivery, 'tests/unit/operator'] },
	{ file: `${contact}/delivery/score.ts`, tests: ['tests/unit/function'] },
	{ file: `${contact}/responses/receipt.ts`, tests: ['tests/unit/function'] },
	{ file: `${contact}/responses/template.ts`, tests: ['tests/unit/function'] },
	{ file: `${contact}/shared/keys.ts`, tests: ['tests/unit/function'] },
	{ file: 'src/policies/redline/redline.ts', tests: ['tests/unit/policies'] },
];
