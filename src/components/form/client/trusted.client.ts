/** What this site itself serves, as the browser's Trusted Types let it through to be read as a page or run as a worker. */
interface Trusted {
	createHTML(text: string): string;
	createScriptURL(url: string): string;
}

declare global {
	interface Window {
		/** Absent where the browser knows no Trusted Types. What its policies give is no string, but is taken like one. */
		readonly trustedTypes?: { createPolicy(name: string, rules: Trusted): Trusted };
	}
}

const same = (text: string): string => text;
const rules = { createHTML: same, createScriptURL: same };

/** The one policy; the header `trusted-types` names it. */
export const trusted: Trusted = window.trustedTypes?.createPolicy('contact', rules) ?? rules;
