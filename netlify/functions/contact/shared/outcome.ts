import type { FormValues } from '#src/forms/form.ts';
import type { FormId } from '#src/forms/addresses.ts';
import type { Topic } from '#src/forms/forms.ts';
import type { Reason } from '#src/forms/outcomes.ts';
import type { Asked, QuestionType } from '#src/forms/question.ts';
import type { Problems } from '#src/forms/read.ts';
import type { PolicyVersion } from './build-data.ts';

/** What a visitor gave for the CAPTCHA. */
export interface CaptchaAnswer {
	/** Trimmed. */
	readonly answer: string;
	readonly work: string;
	/** Whether the browser's proof of work is offered in place of an answer. */
	readonly instead: boolean;
}

/** What a receipt tells; nothing that names a person. */
export interface Receipt {
	readonly form: FormId;
	readonly reference: string;
	readonly topic: Topic;
	/** Milliseconds since 1970. */
	readonly received: number;
	/** The day (ISO) by which we answer, where there is one. */
	readonly due?: string;
	/** The privacy policy in force when the message was sent; absent where nobody noted it. */
	readonly policy?: PolicyVersion;
}

/** A challenge as a page shows it. */
interface ShownChallenge extends Asked {
	readonly kind: QuestionType;
	/** How many wrong answers came before it. */
	readonly wrong: number;
}

/** What a form that comes back holds: what was typed, the question to answer, and what was given for it. */
interface ReturnedForm {
	readonly values: FormValues;
	/** Absent only when there is no key to sign one. */
	readonly question?: ShownChallenge;
	readonly given?: CaptchaAnswer;
}

/** What became of a submission. */
export type Outcome =
	| { readonly kind: 'sent'; readonly receipt: Receipt; readonly kept: boolean }
	| (ReturnedForm & { readonly kind: 'invalid'; readonly problems: Problems })
	| (ReturnedForm & { readonly kind: 'step'; readonly reason: Reason })
	| (ReturnedForm & { readonly kind: 'asked' })
	| (ReturnedForm & { readonly kind: 'unavailable' });
