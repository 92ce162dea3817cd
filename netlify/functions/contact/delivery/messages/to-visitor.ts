import { company } from '#src/company.ts';
import { topicLabel } from '#src/forms/forms.ts';
import { acknowledgements } from '#src/forms/mails.ts';
import { pinnedPrivacy, verifyPage } from '#src/forms/policy-version.ts';
import { dueWords } from '#src/forms/your-data.ts';
import { receiptOf } from '../../enquiry/claim.ts';
import { type OpenEnquiry, policyOf } from '../../enquiry/enquiry.ts';
import type { PolicyVersion } from '../../shared/build-data.ts';
import { deadlineOf } from '../../shared/due-day.ts';
import type { Mail } from '../../shared/mail.ts';
import { receiptPath } from '../../shared/receipt.ts';
import { dayInWords, phoneLines, ukTime } from '../../shared/times.ts';
import type { DeliveryServices } from '../services.ts';
import { htmlMail, linked, textHtml, unbrokenMail } from './html-mail.ts';

const onSite = (path: string): string => new URL(path, company.site).href;

const quotedPolicy = ({ date, sha256 }: PolicyVersion) => ({
	day: dayInWords(date),
	sha256,
	address: onSite(pinnedPrivacy(date)),
	verify: onSite(verifyPage),
});

function dueSentence({ form, due, message }: OpenEnquiry): string {
	const deadline = deadlineOf(form, message.values.topic);
	return deadline && due ? `${dueWords[deadline].visitor} ${dayInWords(due)}.` : '';
}

/** The visitor's reference number with the way to the receipt: no word the visitor typed, not even the name. */
export function mailToVisitor(
	enquiry: OpenEnquiry,
	{ addresses, keys }: Pick<DeliveryServices, 'addresses' | 'keys'>,
): Mail {
	const { form, reference, received, message } = enquiry;
	const { topic, email } = message.values;
	const policy = policyOf(enquiry);
	const path = receiptPath(keys, { ...receiptOf(enquiry), topic });
	const link = onSite(path);
	const words = acknowledgements[form];
	const text = words.text({
		reference,
		topic: topicLabel(form, topic),
		received: ukTime(received),
		due: dueSentence(enquiry),
		link,
		...(policy && { policy: quotedPolicy(policy) }),
		phones: phoneLines(),
	});
	const subject = words.subject({ reference });
	const body = linked(unbrokenMail(textHtml(text.trim())));
	return {
		from: addresses.from,
		to: [email],
		subject,
		text,
		html: htmlMail(subject, body),
		headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
	};
}
