import { openDatabase } from '../open-database.ts';

/** Somebody who can be written to, and what they said to each topic. */
export interface Contact {
	readonly id: string;
	readonly email: string;
	readonly created_at: string;
	readonly first_name: string | null;
	readonly last_name: string | null;
	readonly unsubscribed: boolean;
	readonly properties: Readonly<Record<string, string | number>>;
	readonly segments: readonly string[];
	readonly topics: Readonly<Record<string, Subscription>>;
}

export type Subscription = 'opt_in' | 'opt_out';

/** Something to ask for. What contacts who said nothing count as can never be changed. */
export interface Topic {
	readonly id: string;
	readonly name: string;
	readonly description: string | null;
	readonly default_subscription: Subscription;
	readonly created_at: string;
}

export interface Segment {
	readonly id: string;
	readonly name: string;
	readonly created_at: string;
}

export interface Broadcast {
	readonly id: string;
	readonly name: string;
	readonly segment_id: string;
	readonly topic_id: string | null;
	readonly from: string;
	readonly subject: string;
	readonly reply_to: readonly string[] | null;
	readonly preview_text: string | null;
	readonly html: string | null;
	readonly text: string | null;
	readonly status: 'draft' | 'sent';
	readonly created_at: string;
	readonly scheduled_at: string | null;
	readonly sent_at: string | null;
}

/** A fact that contacts may have; one that was not made first is refused. */
export interface Property {
	readonly id: string;
	readonly key: string;
	readonly type: 'string' | 'number';
	readonly fallback_value: string | number | null;
	readonly created_at: string;
}

interface Kinds {
	readonly property: Property;
	readonly contact: Contact;
	readonly topic: Topic;
	readonly segment: Segment;
	readonly broadcast: Broadcast;
}

/** What the provider keeps besides mails, in the order in which it came. */
export interface Records {
	all<Kind extends keyof Kinds>(kind: Kind): Kinds[Kind][];
	put<Kind extends keyof Kinds>(kind: Kind, record: Kinds[Kind]): void;
	remove(kind: keyof Kinds, id: string): void;
	close(): void;
}

const schema = `
	CREATE TABLE IF NOT EXISTS records (
		number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL, UNIQUE (kind, id)
	) STRICT`;

/** Opens the records in `file`, or in memory if none is given. */
export function openRecords(file?: string): Records {
	const db = openDatabase(file, schema);
	const all = db.prepare('SELECT record FROM records WHERE kind = ? ORDER BY number');
	const put = db.prepare(
		'INSERT INTO records (kind, id, record) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET record = excluded.record',
	);
	const remove = db.prepare('DELETE FROM records WHERE kind = ? AND id = ?');
	return {
		// Nothing but `put` writes records, each under its kind.
		all: <Kind extends keyof Kinds>(kind: Kind) =>
			all.all(kind).map(({ record }) => JSON.parse(String(record)) as Kinds[Kind]),
		put: (kind, record) => void put.run(kind, record.id, JSON.stringify(record)),
		remove: (kind, id) => void remove.run(kind, id),
		close: () => db.close(),
	};
}

/** Whether a contact gets what is sent about a topic. */
export const wants = (contact: Contact, topic: Topic): boolean =>
	!contact.unsubscribed && (contact.topics[topic.id] ?? topic.default_subscription) === 'opt_in';
