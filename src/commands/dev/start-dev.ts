import { join } from 'node:path';
import { closeOnSignal } from '../local/close-on-signal.ts';
import { instanceDirectory, readPort } from '../local/instance.ts';
import { listen, reservePort } from '../local/listen.ts';
import { startServices, withMailbox } from '../local/services.ts';
import { checkWhileEditing } from './check-while-editing.ts';

/** Starts Astro's development server with the function, its store and its mailbox in it, and the check beside it. */
export async function startDev(): Promise<void> {
	const reserved = await reservePort({ port: readPort(process.env) });
	// Loaded late, because they take seconds and the port is to be known at once.
	const { dev } = await import('astro');
	const { functionInDevelopment } = await import('./function-in-development.ts');
	const { port } = reserved;
	const directory = instanceDirectory(port);
	const services = await startServices({ stateDirectory: directory });
	const behind = await listen(withMailbox(services, functionInDevelopment(directory)), { port: 0 });
	// Astro opens its port itself.
	await reserved.close();
	const server = await dev({
		// The function's addresses have no slash at their ends.
		trailingSlash: 'ignore',
		server: { port, host: '127.0.0.1' },
		integrations: [checkWhileEditing(process.cwd())],
		cacheDir: join(directory, 'cache-in-development'),
		vite: {
			cacheDir: join(directory, 'cache-in-development/vite'),
			server: {
				strictPort: true,
				// What other runs build here is no source of this one.
				watch: { ignored: ['**/.netlify/**', '**/dist/**'] },
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
	closeOnSignal(async () => {
		await server.stop();
		await behind.close();
		await services.close();
	});
}
