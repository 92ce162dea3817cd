import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How long a write waits for one of another process, in milliseconds. */
const busyTimeout = 5000;

/**
 * Opens a database in `file`, made with this schema if absent, or one in memory if none is given. A write is on disk
 * before it is answered; what is deleted is overwritten.
 */
export function openDatabase(file: string | undefined, schema: string): DatabaseSync {
	if (file !== undefined) mkdirSync(dirname(file), { recursive: true });
	const database = new DatabaseSync(file ?? ':memory:', { timeout: busyTimeout });
	database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
	database.exec(schema);
	return database;
}
