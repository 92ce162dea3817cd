import { noticeAddresses } from '#src/forms/addresses.ts';
import { reportsPath } from '../responses/headers.ts';

/** The function's addresses besides those of the forms. The entry's `config` repeats them as literals, because the platform reads it without running it. */
export const paths = {
	askForNotices: noticeAddresses.action,
	confirmNotices: noticeAddresses.confirm,
	mailEvents: '/contact/mail-events',
	deliver: '/contact/deliver',
	health: '/contact/health',
	reports: reportsPath,
} as const;
