import type { Payload } from './mail-payload.ts';
import { openDatabase } from '../open-database.ts';

/** One mail as the mailbox shows it. */
export interface Mail extends Payload {
	readonly id: string;
	/** When it was accepted, ISO 8601 in UTC. */
	readonly at: string;
	readonly idempotencyKey: string | null;
}

/** What is known of an accepted mail even after the mailbox was emptied. */
interface Accepted {
	readonly id: string;
	/** A hash of the payload as it was sent. */
	readonly fingerprint: string;
}

export interface MailDatabase {
	/** Oldest first. */
	mails(): Mail[];
	mail(id: string): Mail | undefined;
	/** The last mail that was accepted under this idempotency key at or after `since`. */
	accepted(key: string, since: number): Accepted | undefined;
	add(mail: Mail, fingerprint: string): void;
	/** Drops every mail. What was accepted under a key at or after `since` stays known. */
	empty(since: number): void;
	close(): void;
}

const schema = `
	CREATE TABLE IF NOT EXISTS mails (
		number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,
		key TEXT, fingerprint TEXT NOT NULL, mail TEXT
	) STRICT;
	CREATE INDEX IF NOT EXISTS keys ON mails (key)`;

/** Opens the mails in `file`, or in memory if none is given. Times are in milliseconds since 1970. */
export function openMailDatabase(file?: string): MailDatabase {
	const db = openDatabase(file, schema);
	const all = db.prepare('SELECT mail FROM mails WHERE mail IS NOT NULL ORDER BY number');
	const one = db.prepare('SELECT mail FROM mails WHERE id = ? AND mail IS NOT NULL');
	const accepted = db.prepare(
		'SELECT id, fingerprint FROM mails WHERE key = ? AND at >= ? ORDER BY number DESC LIMIT 1',
	);
	const add = db.prepare(
		'INSERT INTO mails (id, at, key, fingerprint, mail) VALUES (?, ?, ?, ?, ?)',
	);
	const forget = db.prepare('DELETE FROM mails WHERE key IS NULL OR at < ?');
	// Nothing but `add` writes mails, so what is read is one; those of before had nothing attached.
	const parsed = ({ mail }: Record<string, unknown>): Mail => ({
		attachments: [],
		...(JSON.parse(String(mail)) as Omit<Mail, 'attachments'>),
	});

	return {
		mails: () => all.all().map(parsed),
		mail(id) {
			const row = one.get(id);
			return row && parsed(row);
		},
		accepted: (key, since) => accepted.get(key, since) as Accepted | undefined,
		add(mail, fingerprint) {
			const at = Date.parse(mail.at);
			add.run(mail.id, at, mail.idempotencyKey, fingerprint, JSON.stringify(mail));
		},
		empty(since) {
			forget.run(since);
			// The log of writes would still hold the mails.
			db.exec('UPDATE mails SET mail = NULL; PRAGMA wal_checkpoint(TRUNCATE)');
		},
		close: () => db.close(),
	};
}
