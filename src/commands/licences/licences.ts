/** What a lock file of npm says of a package, under its path in `node_modules`. */
interface Locked {
	readonly version?: string;
	readonly license?: string;
}
export interface Lock {
	readonly packages: Readonly<Record<string, Locked>>;
}

/** The packages under each licence, as `name@version`. */
export type Licences = ReadonlyMap<string, readonly string[]>;

const none = 'no licence named';

/** Licences that may be used for anything here: nothing of them asks that this project be published under another. */
const agreed: ReadonlySet<string> = new Set([
	'0BSD',
	'Apache-2.0',
	'Apache 2',
	'BlueOak-1.0.0',
	'BSD',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'CC0-1.0',
	'ISC',
	'MIT',
	'MIT-0',
	'MPL-2.0',
	'Python-2.0',
	'Unlicense',
	'Zlib',
]);

/** What is under another licence and agreed to all the same, with the reason. */
const exceptions: readonly { readonly name: RegExp; readonly reason: string }[] = [
	{
		name: /^@img\/sharp-(?:libvips-|wasm32|win32-)/,
		reason:
			'a library under the LGPL that comes with Astro, used as it is and only while the site is built',
	},
	{ name: /^callsite@/, reason: 'under the MIT licence, as its read-me says' },
];

/** Groups the packages of a lock file by their licence, in the order of the alphabet. */
export function licencesOf({ packages }: Lock): Licences {
	const found = new Map<string, string[]>();
	for (const [path, { version, license = none }] of Object.entries(packages)) {
		if (path === '') continue;
		const name = `${path.split('node_modules/').at(-1)}@${version}`;
		found.set(license, [...(found.get(license) ?? []), name]);
	}
	return new Map([...found].sort(([a], [b]) => a.localeCompare(b)));
}

/** Of `A OR B` one must be agreed to, of `A AND B` each. */
function isAgreed(licence: string): boolean {
	const bare = licence.replace(/^\((.*)\)$/, '$1');
	if (bare.includes(' OR ')) return bare.split(' OR ').some(isAgreed);
	return bare.split(' AND ').every((one) => agreed.has(one));
}

/** The packages whose licence nobody has agreed to, with it. */
export const refused = (licences: Licences): string[] =>
	[...licences].flatMap(([licence, packages]) =>
		isAgreed(licence)
			? []
			: packages
					.filter((one) => !exceptions.some(({ name }) => name.test(one)))
					.map((one) => `${one}: ${licence}`),
	);
