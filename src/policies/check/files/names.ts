import type { Problem } from '../../problem.ts';
import { nearest } from '../source/nearest.ts';
import { problem } from '../source/report.ts';
import { source } from '../source/source.ts';
import { dayFrom, isDay } from '../yaml/days.ts';
import { idFrom } from '../yaml/keys.ts';
import type { Site } from './site.ts';

/** What systems leave behind by themselves. */
const litter = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\.git\w*|\.keep)$/i;
const listedPages = /^src\/content\/pages\/[^/]+\.mdx$/;

/** Files under `src/content` that nothing reads, or that have the wrong name. */
export function nameMistakes(site: Site): Problem[] {
	const { paths, policies } = site;
	return paths
		.filter((path) => path.startsWith('src/content/') || path.startsWith(`${policies}/`))
		.filter((path) => !litter.test(path) && path !== `${policies}.lock.json`)
		.flatMap((path) => {
			if (path.startsWith(`${policies}/`)) return inPolicies(site, path);
			return listedPages.test(path) ? [] : elsewhere(path);
		});
}

const tell = (path: string) => [source(path, ''), [0, 0]] as const;

const stray = (path: string, cure: string): Problem => problem(tell(path), 'file-stray', { cure });

/** The ending of a file that was meant to be read, and the path that it should have. */
function meant(path: string, right: string): Problem | undefined {
	const ending = /\.[^./]+$/.exec(path)?.[0] ?? '';
	const near = { mdx: /^\.(?:mdx?|markdown|txt|docx?|mdxx?|mdx~|bak)$/i, yaml: /^\.ya?ml$/i }[
		right
	];
	if (!near?.test(ending) || ending === `.${right}`) return undefined;
	const fixed = `${path.slice(0, -ending.length).split('/').at(-1)}.${right}`;
	return problem(tell(path), 'file-ending', { ending, fixed });
}

function elsewhere(path: string): Problem[] {
	const [folder, deeper] = path.slice('src/content/'.length).split('/');
	if (deeper === undefined) {
		if (/\.mdx?$/i.test(path) && !/\/README\.md$/.test(path))
			return [
				stray(
					path,
					'Move it to src/content/pages if it is a page, to the folder of its policy if it is a version.',
				),
			];
		return [];
	}
	if (folder !== 'pages')
		return folder && nearest(folder, ['pages', 'policies'])
			? [stray(path, 'Move it to src/content/pages or src/content/policies.')]
			: [];
	return [
		meant(path, 'mdx') ??
			stray(path, 'Pages are files that end with .mdx, directly in src/content/pages.'),
	];
}

function inPolicies({ policies, texts }: Site, path: string): Problem[] {
	const [slug = '', name, deeper] = path.slice(policies.length + 1).split('/');
	if (name === undefined) {
		if (/^\d[\d-]*\.mdx?$/i.test(slug) || slug.endsWith('.mdx'))
			return [problem(tell(path), 'file-beside', { fixed: `${policies}/<policy>/${slug}` })];
		if (/^policy\.ya?ml$/i.test(slug))
			return [problem(tell(path), 'file-beside', { fixed: `${policies}/<policy>/policy.yaml` })];
		return /README\.md$/i.test(slug)
			? []
			: [stray(path, 'Take it out. Each policy has a folder of its own here.')];
	}
	if (deeper !== undefined)
		return [
			stray(
				path,
				`Move it to ${policies}/${slug}: versions stand directly in the folder of their policy.`,
			),
		];
	if (name === 'policy.yaml') return empty(path, texts);
	if (/^polic(?:y|ies)\.ya?ml$/i.test(name) || name === 'policy.json')
		return [problem(tell(path), 'file-ending', { ending: name, fixed: 'policy.yaml' })];
	return version(path, name, texts);
}

const empty = (path: string, texts: Site['texts']): Problem[] =>
	texts.get(path)?.text.trim() === '' ? [problem(tell(path), 'file-empty', {})] : [];

function version(path: string, name: string, texts: Site['texts']): Problem[] {
	const wrong = name.endsWith('.mdx') ? undefined : meant(path, 'mdx');
	if (wrong) return [wrong];
	if (!name.endsWith('.mdx'))
		return [
			stray(
				path,
				'Take it out. A policy is made of policy.yaml and of versions such as 2026-11-23.mdx.',
			),
		];
	const date = name.slice(0, -'.mdx'.length);
	if (/^\d{4}-\d\d-\d\d$/.test(date) && isDay(date)) return empty(path, texts);
	const day = dayFrom(
		date.replace(/[^\d\-/. A-Za-z]|\s*(?:copy|final|draft|new|v\d+|\(\d+\))\s*/gi, ''),
	);
	const fixed = day !== undefined && isDay(day) ? `${day}.mdx` : 'a day such as 2026-11-23.mdx';
	return [problem(tell(path), 'file-date', { name: date, fixed })];
}

/** Folders of policies that lack what a policy needs, or whose names cannot be addresses. */
export function folderMistakes({ paths, policies }: Site, taken: ReadonlySet<string>): Problem[] {
	const inside = paths.filter((path) => path.startsWith(`${policies}/`));
	const folders = Map.groupBy(
		inside.filter((path) => path.slice(policies.length + 1).includes('/') && !litter.test(path)),
		(path) => path.slice(policies.length + 1).split('/')[0] ?? '',
	);
	return [...folders].flatMap(([slug, own]) => {
		const names = own.map((path) => path.split('/').at(-1) ?? '');
		const file = `${policies}/${slug}/policy.yaml`;
		const first = tell(own[0] ?? file);
		if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(slug))
			return [problem(first, 'policy-folder', { slug, fixed: idFrom(slug) })];
		const clash = taken.has(`/${slug}/`) ? [problem(tell(file), 'policy-address', { slug })] : [];
		const almost = names.find((name) => /^polic(?:y|ies)\.(?:ya?ml|json)$/i.test(name));
		if (!names.includes('policy.yaml')) {
			if (almost !== undefined) return clash;
			return [...clash, problem(tell(file), 'policy-facts-missing', { slug, file, near: '' })];
		}
		if (names.some((name) => /\.mdx?$/i.test(name))) return clash;
		return [...clash, problem(tell(file), 'policy-versions-missing', { slug })];
	});
}
