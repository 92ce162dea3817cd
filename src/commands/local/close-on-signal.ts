/** One Ctrl-C arrives from the terminal, from npm and from the preflight, all within this time. In milliseconds. */
const duplicates = 1000;

/**
 * Ends the process when it is told to: after `close`, or at once if it is told again while that takes long.
 */
export function closeOnSignal(close: () => Promise<void>): void {
	let since: number | undefined;
	const end = () => {
		if (since === undefined) {
			since = performance.now();
			void close().then(() => process.exit(0));
		} else if (performance.now() - since > duplicates) process.exit(1);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}
