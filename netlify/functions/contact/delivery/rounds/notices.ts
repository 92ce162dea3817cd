import { createHash } from 'node:crypto';
import { escapeHtml } from '#src/escape-html.ts';
import type { Mail } from '../../shared/mail.ts';
import type { SendResult } from '../provider/mailer.ts';
import type { DeliveryServices } from '../services.ts';
import { utcDay } from '../../shared/times.ts';
import { hourOf } from '../budget/budget.ts';

export const notice = ({ addresses }: DeliveryServices, subject: string, text: string): Mail => ({
	from: addresses.from,
	to: addresses.operator,
	subject,
	text,
	html: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><body style="font:16px/1.5 sans-serif;white-space:pre-wrap">${escapeHtml(text)}</body></html>`,
	headers: { 'Auto-Submitted': 'auto-generated' },
});

/** Whether a notice need not be sent again: it arrived, or never will. */
const isDone = ({ kind }: SendResult): boolean => kind !== 'later' && kind !== 'unknown';

/** What the operator was told of in a day, and in which hour last. */
interface Told {
	readonly names: readonly string[];
	readonly hour: string;
}

function digest(
	names: readonly string[],
	fresh: readonly string[],
): { title: string; text: string } {
	const title = names.length === 1 ? '1 enquiry waits' : `${names.length} enquiries wait`;
	const before = names.filter((name) => !fresh.includes(name));
	const rest = before.length === 0 ? '' : `\nTold of before:\n\n${before.join('\n')}\n`;
	const text = `${title} for a person to decide:

${fresh.join('\n')}
${rest}
To see why:      npm run enquiries -- list
To send again:   npm run enquiries -- retry <reference>
`;
	return { title: `${title} for a person`, text };
}

const noticeKey = (hour: string, names: readonly string[]): string =>
	`held-${hour}-${createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 12)}`;

/**
 * Tells the operator which enquiries wait for a person: all of them once a day, and within the hour when there are new
 * ones, at most one mail an hour. References only. Returns false when somebody is still to be told. Throws when the
 * store cannot be read.
 */
export async function tellOperator(
	services: DeliveryServices,
	names: readonly string[],
): Promise<boolean> {
	const { store, mailer, now } = services;
	const key = `told/${utcDay(now())}/held`;
	const hour = hourOf(now());
	const found = await store.read(key);
	const told = found?.value as Told | undefined;
	const fresh = names.filter((name) => !told?.names.includes(name));
	if (fresh.length === 0) return true;
	if (told?.hour === hour) return false;
	const { title, text } = digest(names, fresh);
	if (!isDone(await mailer.send(notice(services, title, text), noticeKey(hour, names))))
		return false;
	const next: Told = { names: [...new Set([...(told?.names ?? []), ...names])], hour };
	if (found) await store.replace(key, next, found.etag);
	else await store.create(key, next);
	return true;
}

/** A mail that came back, and what is done about it. */
export interface Bounce {
	readonly mail: string;
	readonly reference: string;
	/** Such as "sent back". */
	readonly what: string;
	readonly next: 'second' | 'waits' | 'late';
}

const nexts: Readonly<Record<Bounce['next'], string>> = {
	second: 'It goes to the second address now.',
	waits: `There is no other address to send it to (ENQUIRIES_FALLBACK_TO), so it waits for a person.

To send it again:   npm run enquiries -- retry <reference>`,
	late: 'Its words are no longer kept here; the list of mails at the provider may still show them.',
};

/** Tells the operator, once for each mail, that it came back. Gives false when that is to be tried again. */
export async function tellBounced(
	services: DeliveryServices,
	{ mail, reference, what, next }: Bounce,
): Promise<boolean> {
	const text = `The mail for enquiry ${reference} was ${what}.

${nexts[next].replace('<reference>', reference)}
`;
	const told = notice(services, `Enquiry ${reference} was ${what}`, text);
	return isDone(await services.mailer.send(told, `bounced-${mail}`));
}
