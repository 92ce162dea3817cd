const contact = 'netlify/functions/contact';

/** The paths of tests in a folder of unit tests. */
const testsIn = (folder: string, ...names: readonly string[]): string[] =>
	names.map((name) => `tests/unit/${folder}/${name}.test.ts`);

export interface Target {
	readonly file: string;
	/** Paths of tests, run after run: the quick ones first, for the first that fails ends it. */
	readonly tests: readonly (readonly string[])[];
}

/** The files that are given faults, and the tests that have to see them. */
export const targets: readonly Target[] = [
	{
		file: `${contact}/enquiry/claim.ts`,
		tests: [
			testsIn('enquiry', 'claim'),
			testsIn('function', 'receipt'),
			testsIn('function', 'submit', 'your-data'),
			testsIn('delivery', 'attempted', 'pending'),
		],
	},
	{
		file: `${contact}/enquiry/transition.ts`,
		tests: [testsIn('delivery', 'transition'), testsIn('delivery', 'deliver', 'pending', 'round')],
	},
	{
		file: `${contact}/enquiry/retention.ts`,
		tests: [
			testsIn('delivery', 'retention'),
			testsIn('delivery', 'held-limit', 'round', 'mail-events', 'pending'),
			testsIn('operator', 'enquiries'),
		],
	},
	{
		file: `${contact}/delivery/deliver.ts`,
		tests: [
			testsIn('delivery', 'one-try'),
			testsIn('delivery', 'deliver', 'round', 'mail-events', 'acknowledge'),
			testsIn('delivery', 'attempted'),
		],
	},
	{
		file: `${contact}/delivery/beside.ts`,
		tests: [
			testsIn('delivery', 'beside', 'one-try', 'attempted'),
			testsIn('function', 'submit'),
			testsIn('delivery', 'fault-table'),
		],
	},
	{
		file: `${contact}/submission/accept.ts`,
		tests: [testsIn('function', 'submit', 'your-data', 'clocks', 'router')],
	},
	{
		file: `${contact}/submission/content-challenge.ts`,
		tests: [testsIn('function', 'submit', 'your-data', 'clocks')],
	},
	{
		file: `${contact}/submission/sent-before.ts`,
		tests: [testsIn('function', 'submit', 'your-data', 'clocks'), testsIn('delivery', 'attempted')],
	},
	{
		file: `${contact}/submission/submit-unasked.ts`,
		tests: [testsIn('function', 'your-data', 'clocks')],
	},
	{
		file: `${contact}/delivery/retry-policy.ts`,
		tests: [
			testsIn('delivery', 'transition'),
			testsIn('delivery', 'deliver', 'round', 'attempted'),
		],
	},
	{
		file: `${contact}/delivery/label/score.ts`,
		tests: [testsIn('function', 'score', 'sent-by-many')],
	},
	{ file: `${contact}/shared/receipt.ts`, tests: [testsIn('function', 'receipt')] },
	{
		file: `${contact}/responses/template.ts`,
		tests: [testsIn('function', 'template'), testsIn('function', 'submit', 'router')],
	},
	{
		file: `${contact}/shared/keys.ts`,
		tests: [testsIn('function', 'receipt', 'environment'), testsIn('captcha', 'challenge')],
	},
	{
		file: 'src/policies/redline/redline.ts',
		tests: [testsIn('policies', 'redline'), testsIn('policies', 'redline-pairs')],
	},
];
