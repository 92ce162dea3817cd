import type { Store } from '../../enquiry/store.ts';
import type { Mailer } from './mailer.ts';

const key = 'health/mail';

/** Why the provider takes no mail at all from this site, until it takes one again. */
export interface MailTrouble {
	/** The provider's name for the error. */
	readonly error: string;
	/** Milliseconds since 1970. */
	readonly since: number;
}

/** What the provider's refusal of the key or the domain is, as far as is known here. Throws when the store cannot be read. */
export const mailTrouble = async (store: Store): Promise<MailTrouble | undefined> =>
	(await store.read(key))?.value as MailTrouble | undefined;

interface Watch {
	readonly store: Store;
	readonly now: () => number;
	readonly log?:
		((line: { readonly outcome: string; readonly detail: string }) => void) | undefined;
}

/** Whether this process noted trouble, or that there is none. */
const noted = new WeakMap<Store, 'trouble' | 'none'>();

async function noteTrouble({ store, now, log }: Watch, error: string): Promise<void> {
	log?.({ outcome: 'mail refused', detail: error });
	if (noted.get(store) === 'trouble') return;
	const written = await store.create(key, { error, since: now() } satisfies MailTrouble);
	if (written !== 'failed') noted.set(store, 'trouble');
}

async function noteNone({ store }: Watch): Promise<void> {
	if (noted.get(store) === 'none') return;
	await store.delete(key);
	noted.set(store, 'none');
}

/**
 * A mailer that notes when the provider refuses the key or the domain, because the operator cannot be told of that by
 * mail: health and the operator's command read the note, which goes with the next mail that is taken.
 */
export const watchedMailer = (mailer: Mailer, watch: Watch): Mailer => ({
	async send(mail, idempotencyKey) {
		const sent = await mailer.send(mail, idempotencyKey);
		try {
			if (sent.kind === 'accepted') await noteNone(watch);
			else if (sent.kind === 'refused' && sent.account) await noteTrouble(watch, sent.error);
		} catch {
			// The store is away: the next mail notes it.
		}
		return sent;
	},
});
