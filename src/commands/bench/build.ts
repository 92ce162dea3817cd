import { appendFileSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Written, writeFloor } from './build/floor.ts';
import { measured } from './build/measured.ts';
import { type Size, writePolicies } from './build/policies.ts';

/** What is built, and at most how many times the floor it may cost. */
const cases: readonly (Size & { readonly limit?: number })[] = [
	{ policies: 10, versions: 1, clauses: 21 },
	{ policies: 100, versions: 1, clauses: 21 },
	{ policies: 1000, versions: 1, clauses: 21, limit: 2 },
	{ policies: 10, versions: 20, clauses: 21, limit: 2.5 },
];

/** Builds sites of made-up policies beside as many empty pages and files, and prints what both took. */
export async function run(): Promise<void> {
	for (const size of cases) await compare(size);
	await rebuild({ policies: 300, versions: 1, clauses: 21 });
}

async function compare({ limit, ...size }: (typeof cases)[number]): Promise<void> {
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
