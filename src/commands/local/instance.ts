import { join } from 'node:path';
import { Problem } from './problem.ts';

const defaultPort = 8888;

/** The port that PORT names, 8888 where it is not set. Throws a Problem where it names none. */
export function readPort({ PORT }: { readonly PORT?: string | undefined }): number {
	if (PORT === undefined) return defaultPort;
	if (/^\d{1,5}$/.test(PORT) && Number(PORT) <= 65_535) return Number(PORT);
	throw new Problem(
		`PORT is “${PORT}”. Set it to a number from 1 to 65535, for example PORT=${defaultPort}, or to 0 for any free one.`,
	);
}

/** Where a run on this port keeps its store, mails and build: one folder each, so that no run disturbs another. */
export const instanceDirectory = (port: number): string => join('.netlify', 'local', String(port));
