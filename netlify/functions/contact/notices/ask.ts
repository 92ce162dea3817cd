import { claimDailyMail, releaseDailyMail } from '../delivery/budget/daily-mail.ts';
import { mayAskForNotices } from '../delivery/budget/network.ts';
import { mailToConfirm } from './mail.ts';
import { confirmableUntil, type NoticeRequest } from './request.ts';
import type { NoticeServices } from './services.ts';

/** What became of a request: `asked` also when the mailbox has had its mail of the day, so that nobody learns who asks. */
export type Asked = 'asked' | 'busy' | 'unavailable';

/** Links an hour for the whole site. */
const hourly = 30;

/**
 * Mails the link that confirms a request: at most one a day to a mailbox, so many an hour from a network, and so many
 * in all. Without the store nobody is mailed, because nothing could tell how often.
 */
export async function askToConfirm(
	services: NoticeServices,
	wanted: Omit<NoticeRequest, 'until'>,
	address: string,
): Promise<Asked> {
	const { mailer, now } = services;
	if (!(await mayAskForNotices(services, address))) return 'busy';
	const claimed = await claimDailyMail(services, wanted.email, { purpose: 'notices', hourly });
	if (claimed === 'had') return 'asked';
	if (claimed === 'spent' || claimed === 'unsure') return 'unavailable';
	const request = { ...wanted, until: confirmableUntil(now()) };
	const sent = await mailer.send(mailToConfirm(services, request), `notices-${claimed.name}`);
	if (sent.kind === 'accepted' || sent.kind === 'unknown') return 'asked';
	await releaseDailyMail(services, claimed);
	return 'unavailable';
}
