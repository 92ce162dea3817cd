import type { Tombstone, HoldReason, OpenEnquiry } from '#contact/enquiry/enquiry.ts';

const units = [
	['d', 86_400_000],
	['h', 3_600_000],
	['min', 60_000],
] as const;

/** How long something lasts, in one unit: `3 min`. Milliseconds. */
export function span(time: number): string {
	for (const [name, length] of units) {
		if (time >= length) return `${Math.floor(time / length)} ${name}`;
	}
	return `${Math.max(0, Math.floor(time / 1000))} s`;
}

const reasons: Readonly<Record<HoldReason, string>> = {
	refused: 'the provider refuses the mail',
	unknown: 'nobody can tell whether it was sent',
	bounced: 'the mail came back',
	broken: 'no mail can be made of it',
};

function afterFailure({ delivery }: OpenEnquiry, now: number): string {
	const { held, due = 0, error } = delivery;
	const why = error === undefined ? '' : ` (${error})`;
	if (held) return `held: ${reasons[held]}${why}`;
	return `${due > now ? `in ${span(due - now)}` : 'now'}${why}`;
}

/** When the next try to deliver an enquiry is made, or why none is. */
export function nextTry(enquiry: OpenEnquiry | Tombstone, now: number): string {
	switch (enquiry.state) {
		case 'delivered':
			return 'none needed';
		case 'accepted':
			return 'none; the provider will tell';
		case 'received':
			return 'now';
		case 'sending':
			return (enquiry.delivery.lease ?? 0) > now ? 'being sent' : 'now';
		case 'failed':
			return afterFailure(enquiry, now);
	}
}

const iso = (time: number | undefined): string | null =>
	time === undefined ? null : new Date(time).toISOString();

/** What a program wants to know of an enquiry; nothing personal. */
export function summary(enquiry: OpenEnquiry | Tombstone) {
	const { form, reference, state, received, due: answerBy = null } = enquiry;
	const common = { form, reference, state, received: iso(received), answerBy };
	if (enquiry.state === 'delivered') return { ...common, topic: enquiry.topic };
	const { message, delivery } = enquiry;
	const { tries, due, held = null, error = null } = delivery;
	return { ...common, topic: message.values.topic, tries, due: iso(due), held, error };
}
