const contact = 'netlify/functions/contact';

/** The paths of tests in a folder of unit tests. */
const testsIn = (folder: string, ...names: readonly string[]): string[] =>
	names.map((name) => `tests/unit/${folder}/${name}.test.ts`);

export interface Target {
	readonly file: string;
	/** The quick ones first: the first that fails ends a run. */
	readonly tests: readonly string[];
}

/** The files that are given faults, and the tests that have to see them. */
export const targets: readonly Target[] = [
	{
		file: `${contact}/enquiry/claim.ts`,
		tests: [
			...testsIn('function', 'receipt', 'submit', 'stores'),
			...testsIn('delivery', 'attempted', 'parallel', 'pending', 'fault-table'),
		],
	},
	{
		file: `${contact}/enquiry/transition.ts`,
		tests: testsIn('delivery', 'transition', 'deliver', 'pending', 'round', 'fault-table'),
	},
	{
		file: `${contact}/enquiry/retention.ts`,
		tests: [
			...testsIn('delivery', 'held-limit', 'round', 'pending', 'mail-events', 'budget'),
			...testsIn('operator', 'enquiries'),
		],
	},
	{
		file: `${contact}/delivery/deliver.ts`,
		tests: testsIn('delivery', 'deliver', 'attempted', 'round', 'mail-events', 'model'),
	},
	{
		file: `${contact}/delivery/retry-policy.ts`,
		tests: testsIn('delivery', 'deliver', 'attempted', 'round', 'mail-events', 'model'),
	},
	{
		file: `${contact}/delivery/label/score.ts`,
		tests: testsIn('function', 'score', 'sent-by-many'),
	},
	{ file: `${contact}/shared/receipt.ts`, tests: testsIn('function', 'receipt') },
	{
		file: `${contact}/responses/template.ts`,
		tests: testsIn('function', 'template', 'submit', 'router'),
	},
	{ file: `${contact}/shared/keys.ts`, tests: testsIn('function', 'challenge', 'receipt') },
	{
		file: 'src/policies/redline/redline.ts',
		tests: testsIn('policies', 'redline', 'redline-pairs'),
	},
];
