import { dev } from 'astro';
import { listen } from '../local/listen.ts';
import { startServices, withMailbox } from '../local/services.ts';
import { checkWhileEditing } from './check-while-editing.ts';
import { functionInDevelopment } from './function-in-development.ts';

/** Starts Astro's development server with the function, its store and its mailbox in it, and the check beside it. */
export async function startDev(): Promise<void> {
	const services = await startServices();
	const behind = await listen(withMailbox(services, functionInDevelopment), { port: 0 });
	const port = Number(process.env.PORT ?? 8888);
	const server = await dev({
		// The function's addresses have no slash at their ends.
		trailingSlash: 'ignore',
		server: { port, host: '127.0.0.1' },
		integrations: [checkWhileEditing(process.cwd())],
		vite: {
			server: {
				proxy: {
					'^/(contact/(challenge|send|sent|mail-events|deliver)(\\?|$)|_mailbox)': {
						target: behind.url,
						changeOrigin: false,
					},
				},
			},
		},
	});
	console.log(`\n  The site      http://127.0.0.1:${server.address.port}/`);
	console.log(`  Its mailbox   http://127.0.0.1:${server.address.port}/_mailbox/\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, async () => {
			await server.stop();
			await behind.close();
			await services.close();
			process.exit(0);
		});
	}
}
