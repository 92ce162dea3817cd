import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Copy, copyProject, type Verdict } from './mutation/copy.ts';
import { applied, type Mutant, mutantsOf } from './mutation/mutants.ts';
import { type Target, targets } from './mutation/targets.ts';

/** Faults for each file; more than these are spread over it evenly. `MUTANTS=` sets another number. */
const most = Number(process.env.MUTANTS || 25);
/** `MUTATE=` chooses among the files by their names, `score,receipt` say; without it there are all of them. */
const chosen = process.env.MUTATE?.split(',') ?? [];
const slowest = 600_000;
/** Other work on the machine makes no test of so many milliseconds look endless. */
const shortest = 60_000;

interface Counted {
	readonly file: string;
	readonly killed: number;
	readonly endless: number;
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

/** The tests of a file in the order of their runs, with the milliseconds that each run may take. */
type Runs = readonly { readonly tests: readonly string[]; readonly limit: number }[];

const unsound = ({ file, tests }: Target): string =>
	`The tests of ${file} fail without a fault: ${tests.flat().join(' ')}`;

/** How long the tests of a file may take, by what they take when nothing is wrong. Throws when they fail even so. */
async function healthy(copy: Copy, target: Target): Promise<Runs> {
	const runs: Runs[number][] = [];
	for (const some of target.tests) {
		const started = performance.now();
		if ((await copy.run(some, slowest)) !== 'survived') {
			throw new Error(unsound(target));
		}
		const limit = Math.max(shortest, Math.ceil(3 * (performance.now() - started)));
		runs.push({ tests: some, limit });
	}
	return runs;
}

/** What the first run came to that saw a fault, if any did. */
async function verdict(copy: Copy, runs: Runs): Promise<Verdict> {
	for (const { tests, limit } of runs) {
		const found = await copy.run(tests, limit);
		if (found !== 'survived') return found;
	}
	return 'survived';
}

async function measure(copy: Copy, target: Target): Promise<Counted> {
	const { file } = target;
	const text = readFileSync(file, 'utf8');
	const runs = await healthy(copy, target);
	const counted = { killed: 0, endless: 0, survived: 0 };
	const survivors: string[] = [];
	for (const mutant of spread(mutantsOf(text), most)) {
		await copy.write(file, applied(text, mutant));
		const found = await verdict(copy, runs);
		counted[found]++;
		if (found === 'survived') survivors.push(described(file, text, mutant));
	}
	await copy.write(file, text);
	// So that tests which fail by themselves on a busy machine are not taken for tests that see faults.
	if ((await verdict(copy, runs)) !== 'survived') throw new Error(unsound(target));
	const { killed, endless } = counted;
	return { file, killed: killed + endless, endless, survivors };
}

function say({ file, killed, endless, survivors }: Counted): void {
	const byTime = endless > 0 ? `, ${endless} of them because the tests did not end` : '';
	console.log(`${file}: ${killed} of ${killed + survivors.length} killed${byTime}`);
	for (const survivor of survivors) console.log(`  survived  ${survivor}`);
}

/** The files that are asked for. Throws when one is not among them. */
function asked(): readonly Target[] {
	const nameOf = ({ file }: Target): string => basename(file, '.ts');
	const strange = chosen.find((name) => !targets.some((target) => nameOf(target) === name));
	if (strange === undefined) {
		return targets.filter((target) => chosen.length === 0 || chosen.includes(nameOf(target)));
	}
	throw new Error(`No “${strange}” is given faults. There are: ${targets.map(nameOf).join(', ')}`);
}

/**
 * Gives the files where a fault costs most small faults, one at a time, and runs their tests: what no test sees is
 * listed with its line. Needs a build. Takes about an hour with 25 faults a file; `MUTANTS=` sets another number, and
 * `MUTATE=score,receipt` takes these files only.
 */
export async function run(): Promise<void> {
	const chosenTargets = asked();
	const copy = copyProject();
	const counted: Counted[] = [];
	try {
		for (const target of chosenTargets) {
			const one = await measure(copy, target);
			counted.push(one);
			say(one);
		}
	} finally {
		copy.remove();
	}
	const killed = counted.reduce((sum, one) => sum + one.killed, 0);
	const all = counted.reduce((sum, one) => sum + one.survivors.length, killed);
	console.log(`mutation: ${killed} of ${all} killed, ${((100 * killed) / all).toFixed(0)} %`);
}
