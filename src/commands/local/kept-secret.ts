import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The secret in `file`: 32 bytes in base64url, made on the first call and the same ever after. It
 * appears in the file whole or not at all, and of two processes that make it at once both get the
 * same.
 */
export function keptSecret(file: string): string {
	return read(file) ?? make(file);
}

function make(file: string): string {
	const draft = `${file}.${process.pid}`;
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
	try {
		linkSync(draft, file);
	} catch (error) {
		if (!hasCode(error, 'EEXIST')) throw error;
	} finally {
		rmSync(draft);
	}
	return readFileSync(file, 'utf8').trim();
}

function read(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8').trim();
	} catch (error) {
		if (hasCode(error, 'ENOENT')) return undefined;
		throw error;
	}
}

function hasCode(error: unknown, code: string): boolean {
	return error instanceof Error && 'code' in error && error.code === code;
}
