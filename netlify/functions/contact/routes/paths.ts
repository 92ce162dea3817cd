import { contact } from '#src/forms/contact.ts';
import { notices } from '#src/forms/notices.ts';
import { reportsPath } from '../responses/headers.ts';

/** The function's addresses. The entry's `config` repeats them as literals, because the platform reads it without running it. */
export const paths = {
	challenge: contact.challenge,
	send: contact.action,
	receipt: contact.sent,
	askForNotices: notices.action,
	confirmNotices: notices.confirm,
	mailEvents: '/contact/mail-events',
	deliver: '/contact/deliver',
	health: '/contact/health',
	reports: reportsPath,
} as const;
