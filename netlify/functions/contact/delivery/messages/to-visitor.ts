import { company } from '#src/company.ts';
import { topicLabel } from '#src/forms/forms.ts';
import { acknowledgements } from '#src/forms/mails.ts';
import { dueWords } from '#src/forms/your-data.ts';
import type { OpenEnquiry } from '../../enquiry/enquiry.ts';
import { dayInWords } from '../../shared/calendar.ts';
import { deadlineOf } from '../../shared/due-day.ts';
import type { Mail } from '../../shared/mail.ts';
import { receiptPath } from '../../shared/receipt.ts';
import { phoneLines, ukTime } from '../../shared/times.ts';
import type { DeliveryServices } from '../services.ts';
import { htmlMail, textHtml } from './html-mail.ts';

function dueSentence({ form, due, message }: OpenEnquiry): string {
	const deadline = deadlineOf(form, message.values.topic);
	return deadline && due ? `${dueWords[deadline].visitor} ${dayInWords(due)}.` : '';
}

/** The visitor's reference number with the way to the receipt: no word the visitor typed, not even the name. */
export function mailToVisitor(
	enquiry: OpenEnquiry,
	{ addresses, keys }: Pick<DeliveryServices, 'addresses' | 'keys'>,
): Mail {
	const { form, reference, received, due, message } = enquiry;
	const { topic, email } = message.values;
	const path = receiptPath(keys, { form, reference, topic, received, ...(due && { due }) });
	const link = new URL(path, company.site).href;
	const words = acknowledgements[form];
	const text = words.text({
		reference,
		topic: topicLabel(form, topic),
		received: ukTime(received),
		due: dueSentence(enquiry),
		link,
		phones: phoneLines(),
	});
	const subject = words.subject({ reference });
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
