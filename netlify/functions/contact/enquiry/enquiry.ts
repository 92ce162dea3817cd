import type { Mail } from '../shared/mail.ts';
import type { Proof, Signal } from '../shared/assurance.ts';
import type { FormValues } from '#src/forms/form.ts';
import type { FormId } from '#src/forms/addresses.ts';
import type { Topic } from '#src/forms/forms.ts';
import { minute } from '../shared/durations.ts';
import type { PolicyVersion } from '../shared/build-data.ts';
import type { Key } from '../shared/keys.ts';
import { utcDay } from '../shared/times.ts';
import type { Decision } from './decisions.ts';

/** The challenge under which an enquiry is stored: its nonce names the record, its key signs the record's hashes. */
export interface ChallengeIdentity {
	readonly form: FormId;
	readonly key: Key;
	readonly nonce: string;
	/** Milliseconds since 1970. */
	readonly issued: number;
}

/** What a visitor sent, as it is kept until it is delivered. */
export interface Message {
	readonly values: FormValues & { readonly topic: Topic };
	/** What each box said and whether it was ticked; absent from records of the versions that did not keep it. */
	readonly decisions?: readonly Decision[];
	/** What it was let through by. */
	readonly proofs: readonly Proof[];
	/** What about it was unlike a person's. */
	readonly signals: readonly Signal[];
	/** The privacy policy that was in force, by its effective date. */
	readonly policy: string;
	/** The SHA-256 of its canonical text, hexadecimal; records of earlier deploys have none. */
	readonly policyHash?: string;
}

/** For how long a sender has an enquiry to itself, in milliseconds: longer than any one try can take. */
export const leaseDuration = minute;

/** The shape of the records that this version writes. Records of other versions are migrated when they are read, or set aside. */
export const recordVersion = 3;

/** How far the delivery has come. Times are milliseconds since 1970. */
export interface Delivery {
	readonly tries: number;
	/** 1, and one more each time that the mail is made anew under another idempotency key. */
	readonly generation: number;
	/**
	 * What the tries of this generation came to: absent if none was made, `declined` if the provider took none for certain,
	 * `maybe` if it may have taken one.
	 */
	readonly attempted?: 'declined' | 'maybe';
	/** When the first mail that may have been taken was handed over. The provider forgets its key a day later. */
	readonly first?: number;
	/** Whether its mail says that it may be spam: decided once, before the first try. */
	readonly label?: 'clear' | 'suspicious';
	/** True when others had sent the same text when the label was decided. */
	readonly many?: true;
	/** The mail of this generation, kept with the first try so that every try sends the same bytes. */
	readonly mail?: Mail;
	/** True once the mail is the plain one, which a request without the store may have sent. */
	readonly plain?: true;
	/** The hour in which it took a place in the hour's budget; a second try in that hour takes no other. */
	readonly hour?: string;
	/** Until when a sender has it to itself. */
	readonly lease?: number;
	/** Not before then. */
	readonly due?: number;
	/** Why no try will be made until a person decides. */
	readonly held?: HoldReason;
	/** True once the mail goes to the second address, because the first sent it back. */
	readonly fallback?: true;
	/** The provider's id of the mail. */
	readonly id?: string;
	/** The provider's name for the last error. */
	readonly error?: string;
}

/**
 * `refused`: the provider will never take this mail. `unknown`: it may have, too long ago to ask or in another wrapping.
 * `bounced`: it was sent back and there is no other address. `broken`: no mail can be made of what is kept.
 */
export type HoldReason = 'refused' | 'unknown' | 'bounced' | 'broken';

interface Kept {
	readonly version: typeof recordVersion;
	readonly form: FormId;
	readonly reference: string;
	/** Keyed hash of what was typed: the same content has the same one. */
	readonly fingerprint: string;
	/** Random for each request, to know one's own write again. */
	readonly writer: string;
	readonly received: number;
	/** The day (ISO) by which we answer, where there is one. */
	readonly due?: string;
}

/** An enquiry that still holds what the visitor wrote. */
export interface OpenEnquiry extends Kept {
	readonly state: 'received' | 'sending' | 'accepted' | 'failed';
	/** When its challenge was issued, in milliseconds since 1970. */
	readonly issued: number;
	readonly message: Message;
	readonly delivery: Delivery;
}

/** What is left of a delivered enquiry: enough to answer a repeat and to show what was ticked, nothing personal. */
export interface Tombstone extends Kept {
	readonly state: 'delivered';
	readonly topic: Topic;
	/** The boxes, without their words: a hash says which wording it was. */
	readonly decisions?: readonly Omit<Decision, 'wording'>[];
	/** As the message had them; tombstones of earlier deploys have none. */
	readonly policy?: string;
	readonly policyHash?: string;
}

/** A challenge that lets nothing through any more: it was answered wrongly, or its work was done for one message. */
export interface SpentChallenge {
	readonly version: typeof recordVersion;
	readonly state: 'spent';
	readonly received: number;
	/** The fingerprint of the message that its work was done for. */
	readonly workedFor?: string;
}

/** A record that this version cannot read. It is left as it is, and a person is told. */
export interface UnreadableRecord {
	readonly state: 'unreadable';
	/** The day of its key, in milliseconds since 1970. */
	readonly received: number;
	/** What does not fit, without any value. */
	readonly problem: string;
}

export type Enquiry = OpenEnquiry | Tombstone | SpentChallenge | UnreadableRecord;
export type EnquiryState = Enquiry['state'];

/**
 * Every step that an enquiry may take, and when. Each is one conditional write; `transition` makes no other. The README
 * shows this table.
 */
export const transitions: Readonly<
	Record<EnquiryState, Readonly<Partial<Record<EnquiryState, string>>>>
> = {
	received: {
		sending: 'a sender takes it for a minute',
		failed:
			'its network is over budget, its mail came back or cannot be made, or nobody can tell any more whether it was sent',
		delivered:
			'a person erases it, or the provider tells that a mail from beside the store arrived',
	},
	sending: {
		sending: 'the minute is over and another sender takes it',
		accepted: 'the provider takes the mail and will tell how it went',
		delivered: 'the provider takes the mail, or tells that it arrived',
		failed:
			'the provider does not take it, says nothing or sends it back, or the hour’s budget is spent',
	},
	accepted: {
		delivered: 'the provider tells that it arrived, or it is past retention',
		failed: 'the provider tells that it came back',
	},
	failed: {
		sending: 'its time has come, or a person asks for it',
		failed:
			'nobody can tell any more whether it was sent, its mail came back, or a person releases it',
		delivered:
			'a person erases it, the provider tells that it arrived, or nobody decided in time and the operator has it by mail',
	},
	delivered: {},
	spent: {},
	unreadable: {},
};

/** The key of the one record that a challenge lets through, under the day on which it was issued (UTC); that of any form but the contact form says which. */
export const enquiryKey = ({
	form,
	issued,
	nonce,
}: Pick<ChallengeIdentity, 'form' | 'issued' | 'nonce'>): string =>
	`enquiries/${utcDay(issued)}/${form === 'contact' ? '' : `${form}-`}${nonce}`;

/**
 * Names one mail that is meant to arrive: every try to send the same words in the same generation has the same name, in
 * letters, digits, `_` and `-`.
 */
export const mailName = ({
	reference,
	fingerprint,
	delivery: { generation },
}: Pick<OpenEnquiry, 'reference' | 'fingerprint' | 'delivery'>): string =>
	`${reference}-${fingerprint.slice(0, 16)}-${generation}`;

/** The privacy policy that was in force when a kept message was sent, as far as its record says. */
export function policyOf(kept: OpenEnquiry | Tombstone): PolicyVersion | undefined {
	const { policy, policyHash } = 'message' in kept ? kept.message : kept;
	return policy && policyHash ? { date: policy, sha256: policyHash } : undefined;
}

/** The record without what the visitor wrote. */
export const tombstone = ({ message, ...record }: OpenEnquiry): Tombstone => {
	const { form, reference, fingerprint, writer, received, due } = record;
	const { values, decisions, policy, policyHash } = message;
	return {
		version: recordVersion,
		state: 'delivered',
		form,
		topic: values.topic,
		policy,
		...(policyHash && { policyHash }),
		reference,
		fingerprint,
		writer,
		received,
		...(due && { due }),
		...(decisions && { decisions: decisions.map(({ wording: _, ...decision }) => decision) }),
	};
};
