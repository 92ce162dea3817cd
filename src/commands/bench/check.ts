import { execFileSync } from 'node:child_process';
import { checkSite } from '#src/policies/check/check.ts';
import { everything, readSite } from '#src/policies/check/files/read-site.ts';
import type { Site } from '#src/policies/check/files/site.ts';
import { source } from '#src/policies/check/source/source.ts';
import { plusDays } from '#src/policies/versions/dates.ts';

const folder = 'src/content/policies';
const [policies, versions] = [20, 10];
const rounds = 5;

/** Times the check as editors run it on this site, and on 200 versions made up of its policies. */
export async function run(): Promise<void> {
	const command = measured(() => {
		execFileSync(process.execPath, ['src/commands/policy.ts', 'check'], {
			stdio: 'pipe',
		});
	});
	const site = readSite({ root: '.', policies: folder, places: everything });
	const inside = measured(() => checkSite(site, '2026-11-25'));
	const large = enlarged(site);
	const { problems } = checkSite(large, '2026-11-25');
	const many = measured(() => checkSite(large, '2026-11-25'));
	console.log(
		`check: this site ${command.wall} ms as a command (at most 2000); checking alone ${inside.processor} ms of a processor`,
	);
	console.log(
		`  ${policies * versions} versions ${many.wall} ms, ${many.processor} ms of a processor; ${problems.length} problems (none)`,
	);
}

/** The median of some rounds in milliseconds, and of their processor time in this process. */
function measured(work: () => unknown) {
	const times = Array.from({ length: rounds }, () => {
		const [start, before] = [performance.now(), process.cpuUsage()];
		work();
		const { user, system } = process.cpuUsage(before);
		return { wall: performance.now() - start, processor: (user + system) / 1000 };
	});
	const median = (key: 'wall' | 'processor') =>
		times
			.map((one) => one[key])
			.toSorted((a, b) => a - b)
			[Math.floor(rounds / 2)]?.toFixed(0) ?? '';
	return { wall: median('wall'), processor: median('processor') };
}

/** A site with many policies more, each with versions a quarter apart in which one number changes. */
function enlarged(site: Site): Site {
	const slug = `${folder}/privacy`;
	const registry = site.texts.get(`${slug}/policy.yaml`)?.text ?? '';
	const body =
		site.texts.get(`${slug}/2026-11-23.mdx`)?.text.replace(/^---[\s\S]*?\n---\n/, '') ?? '';
	const made = Array.from({ length: policies }, (_, policy) => {
		const own = `${folder}/policy-${policy}`;
		const texts = Array.from({ length: versions }, (_, index) => {
			const date = plusDays('2026-12-31', index * 91);
			return [`${own}/${date}.mdx`, `${front(date, index)}${worded(body, index)}`] as const;
		});
		const facts = registry.replaceAll('2026-11-23', '2026-12-31');
		return [[`${own}/policy.yaml`, facts] as const, ...texts];
	}).flat();
	const texts = new Map(site.texts);
	for (const [path, text] of made) texts.set(path, source(path, text));
	return {
		...site,
		texts,
		paths: [...site.paths, ...made.map(([path]) => path)],
	};
}

const front = (date: string, index: number): string =>
	index === 0
		? '---\nkind: first\n---\n'
		: `---\nkind: material\nannounced: "${plusDays(date, -40)}"\nchanges:\n  - clause: retention\n    what: The number of days changes.\n    why: It is made up.\n---\n`;

const worded = (body: string, index: number): string =>
	body
		.replace(/(\{\/\* #retention \*\/\}\n\n)/, `$1We keep it for ${30 + index} days. `)
		.replace(
			/the Data Protection Act 1998|Directive 95\/46\/EC|the Companies Act 1985/g,
			'the law',
		);
