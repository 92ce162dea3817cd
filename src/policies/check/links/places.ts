/** A clause that a policy's registry names. */
export interface Clause {
	readonly since: string;
	readonly removed?: string | undefined;
	readonly see: readonly string[];
}

/** What links may lead to. Addresses start and end with a slash, unless they are files. */
export interface Places {
	/** The addresses of pages and files. */
	readonly addresses: ReadonlySet<string>;
	/** The places on a page, where they are known. */
	anchors(address: string): ReadonlySet<string> | undefined;
	/** The clauses of the policy at an address, those removed too. */
	clauses(address: string): Readonly<Record<string, Clause>> | undefined;
	/** The hosts of this site. */
	readonly hosts: readonly string[];
	/** The address of the page that is made from a file, such as `../privacy/2026-11-23.mdx`. */
	ofFile(name: string): string | undefined;
}
