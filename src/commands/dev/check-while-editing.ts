import { relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { printed, report } from '#src/policies/check/print/print.ts';
import { type Outcome, runCheck } from '#src/policies/check/run-check.ts';
import { escapeHtml } from '#src/escape-html.ts';

type Setup = NonNullable<AstroIntegration['hooks']['astro:server:setup']>;
type Server = Parameters<Setup>[0]['server'];

/** The files that editors write. */
const editors = /^(?:src\/content\/|src\/forms\/|src\/company\.ts$|public\/)/;

/** How long a change may be followed by another before the check runs, in milliseconds. */
const pause = 80;

/**
 * Runs the check with every change of an editor's file, in the terminal and over the page in the browser. A mistake in a
 * page is shown in the place of the page; the page comes back as soon as all is well.
 */
export const checkWhileEditing = (root: string): AstroIntegration => ({
	name: 'check-while-editing',
	hooks: { 'astro:server:setup': ({ server }) => watch(root, server) },
});

function watch(root: string, server: Server): void {
	let found = runCheck({ root, variables: process.env });
	let timer: NodeJS.Timeout | undefined;
	server.watcher.add(['src/content', 'public'].map((folder) => `${root}/${folder}`));
	server.watcher.on('all', (_, file) => {
		if (!editors.test(relative(root, file).replaceAll('\\', '/'))) return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			const before = found;
			found = runCheck({ root, variables: process.env });
			tell(server, found, before);
		}, pause);
	});
	server.ws.on('connection', () => show(server, found));
	server.middlewares.use((request, response, next) => {
		const asksForPage = request.headers.accept?.includes('text/html') ?? false;
		const inPages = found.errors.some(({ file }) => file.startsWith('src/content/pages/'));
		if (!asksForPage || !inPages) return next();
		response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' });
		response.end(instead(found));
	});
}

/** Says in the terminal and in the browser what a change brought about. */
function tell(server: Server, found: Outcome, before: Outcome): void {
	const words = report(found.problems, found.site.texts);
	const same = words === report(before.problems, before.site.texts);
	if (!same && found.problems.length > 0) server.config.logger.error(`\n${words}\n`);
	if (found.errors.length > 0) show(server, found);
	else if (before.errors.length > 0) {
		server.config.logger.info('\nNo mistakes any more.\n');
		server.ws.send({ type: 'full-reload', path: '*' });
	}
}

/** Lays the mistakes over the page in the browser. */
function show(server: Server, { errors, site }: Outcome): void {
	const [first] = errors;
	if (!first) return;
	server.ws.send({
		type: 'error',
		err: {
			message: errors.map((one) => printed(one, site.texts)).join('\n\n'),
			stack: '',
			plugin: 'npm run policy -- check',
			id: first.file,
		},
	});
}

/** A page with the mistakes, which goes away by itself once they are mended. */
const instead = ({ errors, site }: Outcome): string => `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Something to put right</title>
<script type="module" src="/@vite/client"></script>
<h1>Something to put right</h1>
<pre>${escapeHtml(report(errors, site.texts))}</pre>
</html>
`;
