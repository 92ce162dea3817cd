import { company } from '#src/company.ts';
import { topicLabel } from '#src/forms/contact.ts';
import { acknowledgement } from '#src/forms/mails.ts';
import { pinnedPrivacy, verifyPage } from '#src/forms/policy-version.ts';
import { type OpenEnquiry, policyOf } from '../../enquiry/enquiry.ts';
import type { PolicyVersion } from '../../shared/build-data.ts';
import type { Mail } from '../../shared/mail.ts';
import { receiptPath } from '../../shared/receipt.ts';
import { isoDay, phoneLines, ukTime } from '../../shared/times.ts';
import type { DeliveryServices } from '../services.ts';
import { htmlMail, linked, textHtml } from './html-mail.ts';

const onSite = (path: string): string => new URL(path, company.site).href;

const quotedPolicy = ({ date, sha256 }: PolicyVersion) => ({
	day: isoDay(date),
	sha256,
	address: onSite(pinnedPrivacy(date)),
	verify: onSite(verifyPage),
});

/** The visitor's reference number with the way to the receipt: no word the visitor typed, not even the name. */
export function mailToVisitor(
	enquiry: OpenEnquiry,
	{ addresses, keys }: Pick<DeliveryServices, 'addresses' | 'keys'>,
): Mail {
	const { reference, received, message } = enquiry;
	const { topic, email } = message.values;
	const policy = policyOf(enquiry);
	const path = receiptPath(keys, { reference, topic, received, ...(policy && { policy }) });
	const link = onSite(path);
	const text = acknowledgement.text({
		reference,
		topic: topicLabel(topic),
		received: ukTime(received),
		link,
		...(policy && { policy: quotedPolicy(policy) }),
		phones: phoneLines(),
	});
	const subject = acknowledgement.subject({ reference });
	const body = linked(textHtml(text.trim()));
	return {
		from: addresses.from,
		to: [email],
		subject,
		text,
		html: htmlMail(subject, body),
		headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
	};
}
