import type { ContactValues } from '#src/forms/contact.ts';
import type { Reason } from '#src/forms/outcomes.ts';
import type { Problems } from '#src/forms/read.ts';
import type { Question } from './challenge.ts';
import type { Given } from './prove.ts';
import type { Receipt } from './receipt.ts';

/** What a form that comes back holds: what was typed, the question to answer, and what was given for it. */
interface Back {
	readonly values: ContactValues;
	/** Absent only when there is no key to sign one. */
	readonly question?: Question;
	readonly given?: Given;
}

/** What became of a submission. */
export type Outcome =
	| { readonly kind: 'sent'; readonly receipt: Receipt; readonly kept: boolean }
	| (Back & { readonly kind: 'invalid'; readonly problems: Problems })
	| (Back & { readonly kind: 'step'; readonly reason: Reason })
	| (Back & { readonly kind: 'asked' })
	/** `at` is the time of the answer, in milliseconds since 1970. */
	| (Back & { readonly kind: 'unavailable'; readonly at: number });
