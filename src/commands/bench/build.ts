import { appendFileSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Written, writeFloor } from './build/floor.ts';
import { measured } from './build/measured.ts';
import { type Size, writePolicies } from './build/policies.ts';

/** What is built, and at most how many times the floor it may cost. */
type Case = Size & { readonly limit?: number };
const cases = {
	few: { policies: 10, versions: 1, clauses: 21 },
	many: { policies: 100, versions: 1, clauses: 21 },
	most: { policies: 1000, versions: 1, clauses: 21, limit: 2 },
	long: { policies: 10, versions: 20, clauses: 21, limit: 2.5 },
} as const satisfies Record<string, Case>;

/** Builds sites of made-up policies beside as many empty pages and files, and prints what both took, and what more costs. */
export async function run(): Promise<void> {
	const [few, many, most, long] = [
		await compare(cases.few),
		await compare(cases.many),
		await compare(cases.most),
		await compare(cases.long),
	];
	console.log('build: what more costs, in CPU ms, and its share of as many empty pages and files');
	console.log(`  a policy more, from 10 to 100: ${slope(few, many, 90)}`);
	console.log(`  a policy more, from 100 to 1,000: ${slope(many, most, 900)}`);
	console.log(`  a version more in each of ten policies: ${slope(few, long, 190)}`);
	await rebuild({ policies: 300, versions: 1, clauses: 21 });
}

/** What a build took, and what the floor for it did, in CPU seconds. */
interface Compared {
	readonly site: number;
	readonly floor: number;
}

function slope(less: Compared, more: Compared, steps: number): string {
	const [site, floor] = [more.site - less.site, more.floor - less.floor];
	const each = (seconds: number) => ((1000 * seconds) / steps).toFixed(1);
	return `${each(site)}, ${(site / floor).toFixed(1)} times ${each(floor)}`;
}

async function compare({ limit, ...size }: Case): Promise<Compared> {
	const folder = mkdtempSync(join(tmpdir(), 'bench-'));
	try {
		const site = await buildSite(folder, size);
		const written = writtenIn(join(folder, 'site'));
		writeFloor(join(folder, 'floor'), written);
		const floor = await measured({
			root: join(folder, 'floor'),
			out: join(folder, 'floor/dist'),
			cache: join(folder, 'floor/cache'),
		});
		const ratio = site.cpu / floor.cpu;
		console.log(
			`${nameOf(size)}: ${written.pages} pages, ${written.files} files, ${written.bytes} bytes`,
		);
		console.log(`  site  ${site.cpu.toFixed(1)} CPU s, ${site.memory.toFixed(0)} MB`);
		console.log(`  floor ${floor.cpu.toFixed(1)} CPU s, ${floor.memory.toFixed(0)} MB`);
		console.log(
			`  ${ratio.toFixed(2)} times the floor${limit ? ` (at most ${limit.toFixed(1)})` : ''}`,
		);
		return { site: site.cpu, floor: floor.cpu };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const nameOf = ({ policies, versions }: Size): string =>
	`build: ${policies} policies of ${versions} ${versions === 1 ? 'version' : 'versions'}`;

async function buildSite(folder: string, size: Size) {
	writePolicies(join(folder, 'policies'), size);
	return await again(folder);
}

const again = (folder: string) =>
	measured({
		root: resolve('.'),
		out: join(folder, 'site'),
		cache: join(folder, 'cache'),
		env: { POLICY_FOLDER: join(folder, 'policies'), POLICY_TODAY: '2026-11-23' },
	});

/** Pages, other files, and the bytes of both. */
function writtenIn(folder: string): Written & { readonly bytes: number } {
	const all = globSync('**/*.*', { cwd: folder });
	const pages = all.filter((file) => file.endsWith('.html')).length;
	const bytes = all.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
	return { pages, files: all.length - pages, bytes };
}

/** Builds, adds a sentence to a draft of one policy, and builds again. */
async function rebuild(size: Size): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'bench-'));
	try {
		const full = await buildSite(folder, size);
		appendFileSync(join(folder, 'policies/policy-0/policy.yaml'), '# A remark.\n');
		const second = await again(folder);
		const share = second.cpu / full.cpu;
		console.log(`${nameOf(size)}, built again after one edit`);
		console.log(
			`  ${full.cpu.toFixed(1)} and ${second.cpu.toFixed(1)} CPU s: ${share.toFixed(2)} of a full build`,
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
}
