import { readFileSync } from 'node:fs';
import { type Copy, copyProject } from './mutation/copy.ts';
import { applied, type Mutant, mutantsOf } from './mutation/mutants.ts';
import { type Target, targets } from './mutation/targets.ts';

/** Faults for each file; more than these are spread over it evenly. `MUTANTS=` sets another number. */
const most = Number(process.env.MUTANTS || 25);
const slowest = 600_000;

interface Counted {
	readonly file: string;
	readonly killed: number;
	readonly survivors: readonly string[];
}

/** At most `count` of some things, at even distances. */
const spread = <Thing>(things: readonly Thing[], count: number): Thing[] =>
	things.filter(
		(_, index) =>
			Math.floor((index * count) / things.length) !==
				Math.floor(((index - 1) * count) / things.length) || things.length <= count,
	);

const described = (file: string, text: string, { line, start, end, text: fault }: Mutant): string =>
	`${file}:${line}  ${text.slice(start, end).replace(/\s+/g, ' ')}  →  ${fault}`;

/** How long the tests of a file take when nothing is wrong, in milliseconds. Throws when they fail even so. */
async function healthy(copy: Copy, { file, tests }: Target, text: string): Promise<number> {
	const started = performance.now();
	if ((await copy.verdict(file, text, { tests, limit: slowest })) === 'survived') {
		return performance.now() - started;
	}
	throw new Error(`The tests of ${file} fail without a fault: ${tests.join(' ')}`);
}

async function measure(copy: Copy, target: Target): Promise<Counted> {
	const { file, tests } = target;
	const text = readFileSync(file, 'utf8');
	const limit = Math.ceil(3 * (await healthy(copy, target, text)));
	const survivors: string[] = [];
	const mutants = spread(mutantsOf(text), most);
	for (const mutant of mutants) {
		const verdict = await copy.verdict(file, applied(text, mutant), { tests, limit });
		if (verdict === 'survived') survivors.push(described(file, text, mutant));
	}
	await copy.verdict(file, text, { tests: ['tests/unit/readme.test.ts'], limit });
	return { file, killed: mutants.length - survivors.length, survivors };
}

/**
 * Gives the files where a fault costs most small faults, one at a time, and runs their tests: what no test sees is
 * listed with its line. Needs a build. Takes about an hour with 25 faults a file.
 */
export async function run(): Promise<void> {
	const copy = copyProject();
	const counted: Counted[] = [];
	try {
		for (const target of targets) {
			const one = await measure(copy, target);
			counted.push(one);
			console.log(`${one.file}: ${one.killed} of ${one.killed + one.survivors.length} killed`);
			for (const survivor of one.survivors) console.log(`  survived  ${survivor}`);
		}
	} finally {
		copy.remove();
	}
	const killed = counted.reduce((sum, one) => sum + one.killed, 0);
	const all = counted.reduce((sum, one) => sum + one.survivors.length, killed);
	console.log(`mutation: ${killed} of ${all} killed, ${((100 * killed) / all).toFixed(0)} %`);
}
