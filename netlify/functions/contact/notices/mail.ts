import { company } from '#src/company.ts';
import { noticeConfirmation } from '#src/forms/mails.ts';
import { htmlMail, linked, textHtml, unbrokenMail } from '../delivery/messages/html-mail.ts';
import type { Mail } from '../shared/mail.ts';
import { ukDay } from '../shared/times.ts';
import { confirmPath, type NoticeRequest } from './request.ts';
import type { NoticeServices } from './services.ts';

/** The mail with the link that confirms a request. */
export function mailToConfirm(
	{ addresses, keys, titles }: Pick<NoticeServices, 'addresses' | 'keys' | 'titles'>,
	request: NoticeRequest,
): Mail {
	const link = new URL(confirmPath(keys, request), company.site).href;
	const { subject } = noticeConfirmation;
	const text = noticeConfirmation.text({
		policies: request.policies.map((slug) => titles[slug] ?? slug),
		link,
		until: ukDay(request.until),
	});
	return {
		from: addresses.from,
		to: [request.email],
		subject,
		text,
		html: htmlMail(subject, linked(unbrokenMail(textHtml(text.trim())))),
		headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
	};
}
