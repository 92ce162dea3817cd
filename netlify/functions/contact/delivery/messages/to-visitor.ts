import { company } from '#src/company.ts';
import { topicLabel } from '#src/forms/contact.ts';
import { acknowledgement } from '#src/forms/mails.ts';
import type { OpenEnquiry } from '../../enquiry/enquiry.ts';
import type { Mail } from '../../shared/mail.ts';
import { receiptPath } from '../../shared/receipt.ts';
import { phoneLines, ukTime } from '../../shared/times.ts';
import type { DeliveryServices } from '../services.ts';
import { htmlMail, textHtml } from './html-mail.ts';

/** The visitor's reference number with the way to the receipt: no word the visitor typed, not even the name. */
export function mailToVisitor(
	{ reference, received, message }: OpenEnquiry,
	{ addresses, keys }: Pick<DeliveryServices, 'addresses' | 'keys'>,
): Mail {
	const { topic, email } = message.values;
	const path = receiptPath(keys, { reference, topic, received });
	const link = new URL(path, company.site).href;
	const text = acknowledgement.text({
		reference,
		topic: topicLabel(topic),
		received: ukTime(received),
		link,
		phones: phoneLines(),
	});
	const subject = acknowledgement.subject({ reference });
	// The address is signed here: letters, digits and the signs of an address.
	const body = textHtml(text.trim()).replace(link, `<a href="${link}">${link}</a>`);
	return {
		from: addresses.from,
		to: [email],
		subject,
		text,
		html: htmlMail(subject, body),
		headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
	};
}
