import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

interface Place {
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
}

export interface Command {
	readonly process: ChildProcess;
	/** All that it has said so far. */
	said(): string;
	/** Resolves with the match once it has said this; with nothing if it ended before, or at the limit. */
	until(pattern: RegExp): Promise<RegExpExecArray | undefined>;
	/** Resolves with the exit code, or with the signal that ended it. */
	readonly ended: Promise<number | string>;
	/** Ends it and all that it started. */
	kill(): void;
}

/** In milliseconds; a whole installation takes less. */
const limit = 600_000;

/** Starts a command as a shell does: in a process group of its own. */
export function start([name, ...args]: readonly [string, ...string[]], place: Place): Command {
	const child = spawn(name, args, { ...place, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	const told = new EventTarget();
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			told.dispatchEvent(new Event('text'));
		});
	}
	const ended = once(child, 'close').then(([code, signal]) => {
		told.dispatchEvent(new Event('end'));
		return code ?? signal;
	});
	const kill = () => {
		try {
			if (child.pid) process.kill(-child.pid, 'SIGKILL');
		} catch {
			// It ended by itself.
		}
	};
	const overdue = setTimeout(kill, limit);
	void ended.then(() => clearTimeout(overdue));
	return {
		process: child,
		said: () => said,
		until: (pattern) =>
			new Promise((resolve) => {
				const look = () => {
					const match = pattern.exec(said);
					if (match) resolve(match);
				};
				told.addEventListener('text', look);
				told.addEventListener('end', () => resolve(undefined));
				look();
			}),
		ended,
		kill,
	};
}

/** Runs a command to its end. */
export async function run(command: readonly [string, ...string[]], place: Place) {
	const running = start(command, place);
	return { code: await running.ended, said: running.said() };
}
