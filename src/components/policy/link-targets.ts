import { escapeHtml } from '#src/escape-html.ts';
import { type Document, plain } from '#src/policies/text/document.ts';

/**
 * Names the clauses that changed links lead to by their titles: where a redline writes `<#printing>`, which only editors
 * know, a reader gets (to “Printing”). The first of the documents that has a clause gives its title.
 */
export function nameTargets(html: string, documents: readonly Document[]): string {
	return html.replace(/(<span class="to">)&lt;#([\w-]+)&gt;/g, (_, tag: string, id: string) => {
		const clause = documents.flat().find((one) => one.id === id);
		const place = clause ? `“${escapeHtml(plain(clause.title))}”` : 'another clause';
		return `${tag}(to ${place})`;
	});
}
