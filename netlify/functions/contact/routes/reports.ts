import { plain } from '../responses/plain.ts';
import { readBytes } from '../shared/read-bytes.ts';
import type { RouteHandler } from './request-context.ts';

/** Bytes; browsers send several reports at once. */
const largest = 32 * 1024;
/** A directive's name: `script-src-elem`. */
const directive = /^[a-z]+(?:-[a-z]+)*$/;

interface Body {
	readonly effectiveDirective?: unknown;
	readonly 'effective-directive'?: unknown;
}

/** The directives that were violated, of both kinds of report. Nothing else of a report is kept: it holds addresses. */
function directivesIn(text: string): string[] {
	const found: unknown = JSON.parse(text);
	const reports = Array.isArray(found) ? found.slice(0, 20) : [found];
	const names = reports.map((report: { body?: Body; 'csp-report'?: Body } | null) => {
		const body = report?.body ?? report?.['csp-report'];
		return body?.effectiveDirective ?? body?.['effective-directive'];
	});
	const known = names.filter((name): name is string => typeof name === 'string');
	return [...new Set(known.filter((name) => name.length < 50 && directive.test(name)))];
}

/** Takes a browser's report that a page broke its content security policy, and writes the directive to the log. */
export const run: RouteHandler = async (request) => {
	const bytes = await readBytes(request, largest);
	const outcome = 'report';
	if (!bytes) return { response: plain(413, 'too large'), outcome };
	try {
		const detail = directivesIn(bytes.toString('utf8')).join(' ');
		return { response: plain(200, 'thank you'), outcome, ...(detail && { detail }) };
	} catch {
		return { response: plain(400, 'no report'), outcome };
	}
};
