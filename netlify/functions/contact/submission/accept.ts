import type { SubmissionServices } from './services.ts';
import type { Proof, Signal } from '../shared/assurance.ts';
import type { FormValues } from '#src/forms/form.ts';
import type { Topic } from '#src/forms/forms.ts';
import type { Challenge } from '../captcha/challenge.ts';
import { claim, newEnquiry, receiptOf } from '../enquiry/claim.ts';
import { decisionsOf } from '../enquiry/decisions.ts';
import { noteBeside, sentBeside } from '../delivery/beside.ts';
import { deliverDirectly } from '../delivery/deliver.ts';
import { maySendDirectly } from '../delivery/budget/direct-budget.ts';
import { type ChallengeIdentity, enquiryKey, type Message } from '../enquiry/enquiry.ts';
import { firstTry } from '../delivery/first-try.ts';
import { mayForget } from '../delivery/retry-policy.ts';
import { ukClock } from '../shared/calendar.ts';
import { deadlineOf, dueDay } from '../shared/due-day.ts';
import type { Outcome, CaptchaAnswer } from '../shared/outcome.ts';

/** A form without problems that may be kept, and under which challenge. */
export interface VerifiedSubmission {
	readonly values: FormValues;
	readonly challenge: ChallengeIdentity;
	/** The question that the form comes back with when it cannot be sent; absent where none is asked. */
	readonly question?: Challenge;
	readonly given?: CaptchaAnswer;
	readonly proofs: readonly Proof[];
	readonly signals: readonly Signal[];
	/** The visitor's network address; kept nowhere. */
	readonly address: string;
}

/** The same before anything was proved, or found that counts against it. */
type Unproven = Omit<VerifiedSubmission, 'proofs' | 'signals'>;

/** A record as it would be kept, and under which key. */
interface MessageUnderKey {
	readonly key: string;
	readonly record: ReturnType<typeof recordOf>;
}

/** The record of a submission, as it would be kept. */
function recordOf(services: SubmissionServices, proven: VerifiedSubmission) {
	const { values, challenge, proofs, signals } = proven;
	const { date: policy, sha256: policyHash } = services.policy;
	const now = services.now();
	// The form is without problems, so its topic is one of the choices.
	const complete = values as Message['values'] & { readonly topic: Topic };
	const decisions = decisionsOf(challenge.form, values);
	const message: Message = {
		values: complete,
		...(decisions.length > 0 && { decisions }),
		proofs,
		signals,
		policy,
		policyHash,
	};
	const deadline = deadlineOf(challenge.form, complete.topic);
	const due = deadline && dueDay(deadline, ukClock(now).day);
	return newEnquiry(challenge, message, { now, due });
}

/**
 * Whether a note says that this message may have gone to the provider without the store, so lately that the provider
 * remembers it. Never throws.
 */
async function isRemembered(
	{ store, now }: SubmissionServices,
	{ key, record }: MessageUnderKey,
): Promise<boolean> {
	const at = await sentBeside(store, key, record).catch(() => undefined);
	return at !== undefined && !mayForget(at, now());
}

/**
 * Stores a message under its challenge's key, once, and delivers it after the response. With the store away it is mailed at
 * once, and again under the same key when it may have been mailed so before. `used` where the challenge let another message
 * through.
 */
export async function acceptEnquiry(
	services: SubmissionServices,
	proven: VerifiedSubmission,
): Promise<Outcome | 'used'> {
	const { challenge, address } = proven;
	const record = recordOf(services, proven);
	const key = enquiryKey(challenge);
	const claimed = await claim(services.store, challenge, record);
	// Its mail may have gone without the store, before another message was kept with the same challenge.
	if (claimed.kind === 'used' && !(await isRemembered(services, { key, record }))) return 'used';
	const { topic } = record.message.values;
	if (claimed.kind === 'ours') {
		const { receipt, mine } = claimed;
		services.afterResponse(() => firstTry(services, { key, mine, address }));
		return { kind: 'sent', receipt: { ...receipt, topic }, kept: true };
	}
	return sendBeside(services, proven, { key, record });
}

/** Mails a message without the store, under the key that its record would have. */
async function sendBeside(
	services: SubmissionServices,
	{ values, question, given, address }: Unproven,
	{ key, record }: MessageUnderKey,
): Promise<Outcome> {
	const unavailable: Outcome = {
		kind: 'unavailable',
		values,
		...(question && { question }),
		...(given && { given }),
	};
	if (!maySendDirectly(services, address)) return unavailable;
	const at = services.now();
	const sent = await deliverDirectly(services, key, record);
	if (sent.kind === 'accepted' || sent.kind === 'unknown') {
		services.afterResponse(() => noteBeside(services.store, { key, record, at }));
	}
	if (sent.kind !== 'accepted') return unavailable;
	const { topic } = record.message.values;
	return { kind: 'sent', receipt: { ...receiptOf(record), topic }, kept: false };
}

/**
 * Mails a message again that a note says may have gone without the store, under the same key, so that it comes once: under
 * another challenge it would come twice. Undefined where no note says so, or the provider may have forgotten the key.
 */
export async function sendAgain(
	services: SubmissionServices,
	unproven: Unproven,
): Promise<Outcome | undefined> {
	const { challenge } = unproven;
	const record = recordOf(services, { ...unproven, proofs: [], signals: [] });
	const found = { key: enquiryKey(challenge), record };
	return (await isRemembered(services, found)) ? sendBeside(services, unproven, found) : undefined;
}
