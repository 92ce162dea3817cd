import { mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { appendFile, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface JsonLines<Line> {
	/** What the file held when it was opened. */
	readonly lines: readonly Line[];
	/** Resolves when the line is on disk. */
	append(line: Line): Promise<void>;
	/** Puts these lines in the place of all others, in one step. */
	replace(lines: readonly Line[]): Promise<void>;
}

/**
 * Opens a file of one JSON value a line, made if absent. A last line without its end was cut short
 * by a crash before anyone was told of it, so it is dropped. Throws on any other line that is not
 * JSON, with its number.
 */
export function openJsonLines<Line>(file: string): JsonLines<Line> {
	mkdirSync(dirname(file), { recursive: true });
	return {
		lines: read(file).map((line, index) => parse(line, `${file}:${index + 1}`)),
		append: (line) => appendFile(file, `${JSON.stringify(line)}\n`, { flush: true }),
		async replace(lines) {
			const next = `${file}.next`;
			const handle = await open(next, 'w');
			await handle.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
			await handle.sync();
			await handle.close();
			await rename(next, file);
		},
	};

	function parse(line: string, place: string): Line {
		try {
			// Only `append` and `replace` write here, and they write nothing but lines.
			return JSON.parse(line) as Line;
		} catch (error) {
			throw new Error(`${place} is not JSON. Delete the file to begin anew.`, { cause: error });
		}
	}
}

function read(file: string): string[] {
	const bytes = readIfThere(file);
	const whole = bytes.lastIndexOf('\n') + 1;
	if (whole < bytes.length) truncateSync(file, whole);
	return bytes.toString('utf8', 0, whole).split('\n').slice(0, -1);
}

function readIfThere(file: string): Buffer {
	try {
		return readFileSync(file);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
			return Buffer.alloc(0);
		}
		throw error;
	}
}
