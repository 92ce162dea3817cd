import type { SubmissionServices } from './services.ts';
import type { Proof, Signal } from '../shared/assurance.ts';
import type { ContactValues, Topic } from '#src/forms/contact.ts';
import { issueChallenge, type Challenge } from '../captcha/challenge.ts';
import { claim, newEnquiry, receiptOf } from '../enquiry/claim.ts';
import { noteBeside } from '../delivery/beside.ts';
import { deliverDirectly } from '../delivery/deliver.ts';
import { maySendDirectly } from '../delivery/budget/direct-budget.ts';
import { enquiryKey, type Message } from '../enquiry/enquiry.ts';
import { firstTry } from '../delivery/first-try.ts';
import type { Outcome, CaptchaAnswer } from '../shared/outcome.ts';

/** A form without problems whose challenge was met. */
export interface VerifiedSubmission {
	readonly values: ContactValues;
	readonly question: Challenge;
	readonly given: CaptchaAnswer;
	readonly proofs: readonly Proof[];
	readonly signals: readonly Signal[];
	/** The visitor's network address; kept nowhere. */
	readonly address: string;
}

/** The step for a challenge that was used for another message: a new one is issued. */
function used(
	{ issuer }: SubmissionServices,
	{ values, question: { wrong }, signals }: VerifiedSubmission,
): Outcome {
	const question = issueChallenge(issuer, { returned: true, wrong, signals });
	return { kind: 'step', values, reason: 'used', question };
}

/** Stores a message under its challenge's key, once, and delivers it after the response. With the store away it is mailed at once. */
export async function acceptEnquiry(
	services: SubmissionServices,
	proven: VerifiedSubmission,
): Promise<Outcome> {
	const { values, question, given, proofs, signals, address } = proven;
	// The form is without problems, so its topic is one of the choices.
	const complete = values as Message['values'] & { readonly topic: Topic };
	const { date: policy, sha256: policyHash } = services.policy;
	const content: Message = { values: complete, proofs, signals, policy, policyHash };
	const record = newEnquiry(question, content, services.now());
	const { topic } = complete;
	const key = enquiryKey(question);
	const claimed = await claim(services.store, question, record);
	if (claimed.kind === 'used') return used(services, proven);
	if (claimed.kind === 'ours') {
		const { receipt, mine } = claimed;
		services.afterResponse(() => firstTry(services, { key, mine, address }));
		return { kind: 'sent', receipt: { ...receipt, topic }, kept: true };
	}
	const unavailable: Outcome = { kind: 'unavailable', values, question, given };
	if (!maySendDirectly(services, address)) return unavailable;
	const sent = await deliverDirectly(services, key, record);
	if (sent.kind === 'accepted' || sent.kind === 'unknown') {
		services.afterResponse(() => noteBeside(services.store, key, record));
	}
	if (sent.kind === 'accepted') {
		return { kind: 'sent', receipt: { ...receiptOf(record), topic }, kept: false };
	}
	return unavailable;
}
