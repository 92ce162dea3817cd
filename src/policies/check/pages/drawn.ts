import type { Source } from '../source/source.ts';
import type { Site } from '../files/site.ts';

/** A component that a text may name, and what it takes. */
export interface Component {
	readonly name: string;
	readonly props: readonly string[];
	/** The ids that it draws, as far as they are written out. */
	readonly ids: readonly string[];
	/** Whether it holds words. */
	readonly holds: boolean;
}

/** A page that the site draws from a file in `src/content/pages`. */
export interface Drawn {
	readonly entry: string;
	/** Its address, such as `/contact/`. */
	readonly address: string;
	readonly components: readonly Component[];
	/** The components that this page alone has: what it is for. */
	readonly own: readonly string[];
}

/** The pages that the routes draw from files, as the routes say. */
export function drawnPages(site: Site): Drawn[] {
	const layout = site.texts.get('src/layouts/Document.astro');
	const common = layout ? namesIn(/components=\{\{([^}]*)\}\}/.exec(layout.text)?.[1]) : [];
	return [...site.texts.values()].flatMap((file) => {
		if (!/^src\/pages\/.*\.astro$/.test(file.path)) return [];
		const found = /<Document\b[^>]*?\bentry="([^"]+)"([^>]*)>/.exec(file.text);
		if (!found) return [];
		const [, entry = '', rest = ''] = found;
		const own = namesIn(/components=\{\{([^}]*)\}\}/.exec(rest)?.[1]);
		const components = [
			...common.flatMap((name) => (layout ? component(site, layout, name) : [])),
			...own.flatMap((name) => component(site, file, name)),
		];
		return [{ entry, address: addressOf(file.path), components, own }];
	});
}

const namesIn = (list = ''): string[] =>
	list.split(',').flatMap((part) => /^\s*([A-Z]\w*)/.exec(part)?.[1] ?? []);

/** The address of a route without parameters. */
export const addressOf = (path: string): string => {
	const route = path.replace(/^src\/pages\//, '').replace(/(?:^|\/)index\.astro$|\.astro$/, '');
	return route === '' ? '/' : `/${route}/`;
};

function component(site: Site, file: Source, name: string): Component[] {
	const path = new RegExp(`import ${name} from '(?:#|\\./)([^']+)'`).exec(file.text)?.[1];
	const folder = file.path.split('/').slice(0, -1).join('/');
	const source =
		path === undefined ? undefined : (site.texts.get(path) ?? site.texts.get(`${folder}/${path}`));
	if (!source) return [{ name, props: [], ids: [], holds: true }];
	const props = /interface Props\s*\{([\s\S]*?)\n\}/.exec(source.text)?.[1] ?? '';
	return [
		{
			name,
			props: [...props.matchAll(/^\t(?:readonly )?(\w+)\??:/gm)].map(([, prop = '']) => prop),
			ids: [...source.text.matchAll(/\bid="([\w-]+)"/g)].map(([, id = '']) => id),
			holds: /<slot\b/.test(source.text),
		},
	];
}
