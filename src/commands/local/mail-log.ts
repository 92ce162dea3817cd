import { type JsonLines, openJsonLines } from './json-lines.ts';

/**
 * One mail as the mailbox shows it. What the sender left out is `null`, an empty list or an empty
 * object.
 */
export interface Mail {
	readonly id: string;
	/** When it was accepted, ISO 8601 in UTC. */
	readonly at: string;
	readonly from: string;
	readonly to: readonly string[];
	readonly replyTo: readonly string[];
	readonly subject: string;
	readonly text: string | null;
	readonly html: string | null;
	readonly headers: Readonly<Record<string, string>>;
	readonly idempotencyKey: string | null;
	readonly cc?: readonly string[];
	readonly bcc?: readonly string[];
	readonly tags?: readonly { readonly name: string; readonly value: string }[];
}

/** What must be remembered of an accepted mail even after the mailbox was emptied. */
export interface Receipt {
	readonly id: string;
	readonly at: string;
	readonly idempotencyKey: string | null;
	/** A hash of the payload as it was sent. */
	readonly fingerprint: string;
}

interface Line {
	readonly receipt: Receipt;
	readonly mail: Mail | null;
}

export interface MailLog {
	/** Oldest first. */
	mails(): Mail[];
	mail(id: string): Mail | undefined;
	/** The last mail that was accepted under this idempotency key. */
	receipt(idempotencyKey: string): Receipt | undefined;
	/** Resolves when the mail is on disk. */
	append(receipt: Receipt, mail: Mail): Promise<void>;
	/** Drops every mail, on disk too, and keeps the receipts that `remember` asks for. */
	empty(remember: (receipt: Receipt) => boolean): Promise<void>;
}

/**
 * Keeps accepted mails in memory and, if `file` is given, in that file as one line of JSON each.
 */
export function openMailLog(file?: string): MailLog {
	const disk: JsonLines<Line> | undefined = file === undefined ? undefined : openJsonLines(file);
	let lines: Line[] = [...(disk?.lines ?? [])];
	let receipts = receiptsOf(lines);
	const inTurn = queue();

	return {
		mails: () => lines.flatMap(({ mail }) => mail ?? []),
		mail: (id) => lines.findLast(({ mail }) => mail?.id === id)?.mail ?? undefined,
		receipt: (idempotencyKey) => receipts.get(idempotencyKey),
		append: (receipt, mail) =>
			inTurn(async () => {
				const line = { receipt, mail };
				await disk?.append(line);
				lines.push(line);
				if (receipt.idempotencyKey !== null) receipts.set(receipt.idempotencyKey, receipt);
			}),
		empty: (remember) =>
			inTurn(async () => {
				const kept = lines
					.filter(({ receipt }) => remember(receipt))
					.map(({ receipt }) => ({ receipt, mail: null }));
				await disk?.replace(kept);
				lines = kept;
				receipts = receiptsOf(kept);
			}),
	};
}

function receiptsOf(lines: readonly Line[]): Map<string, Receipt> {
	return new Map(
		lines.flatMap(({ receipt }) =>
			receipt.idempotencyKey === null ? [] : [[receipt.idempotencyKey, receipt]],
		),
	);
}

/**
 * Runs tasks one after the other, in the order they were given; one that fails does not stop the
 * next.
 */
function queue(): (task: () => Promise<void>) => Promise<void> {
	let last = Promise.resolve();
	return (task) => {
		const turn = last.then(task);
		last = turn.catch(() => {});
		return turn;
	};
}
