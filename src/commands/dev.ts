import { dev } from 'astro';
import { functionInDevelopment } from './dev/function-in-development.ts';
import { listen } from './local/listen.ts';
import { startServices, withMailbox } from './local/services.ts';

/** Astro's development server with the function, its store and its mailbox in it. */
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK = '1';
process.env.ASTRO_DEV_BACKGROUND = '0';
const services = await startServices();
const behind = await listen(withMailbox(services, functionInDevelopment), { port: 0 });
const port = Number(process.env.PORT ?? 8888);
const server = await dev({
	// The function's addresses have no slash at their ends.
	trailingSlash: 'ignore',
	server: { port, host: '127.0.0.1' },
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
