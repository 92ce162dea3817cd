import type { HastNode } from 'satteri';

/** A picture that stood inside a file, and where it goes. */
export interface Picture {
	/** Its address at the site, which is its path in public/. */
	readonly src: string;
	readonly bytes: Uint8Array;
}

/** A file as HTML, whatever it was written in. */
export interface Page {
	readonly root: HastNode;
	/** What the file calls itself, if it does so outside its words. */
	readonly title?: string;
	readonly pictures: readonly Picture[];
}
