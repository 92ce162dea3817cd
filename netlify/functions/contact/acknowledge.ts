import { company } from '#src/company.ts';
import { isLabelled, type Mail, topicLabel } from './compose.ts';
import type { Open } from './enquiry.ts';
import { mac } from './keys.ts';
import type { Post } from './post.ts';
import { phoneLines, ukTime, utcDay } from './times.ts';

/** The visitor's copy of the reference: no word the visitor typed, not even the name. */
function copyFor({ reference, received, message }: Open, { addresses }: Post): Mail {
	const text = `We have received your message.

Reference: ${reference}
Topic: ${topicLabel(message.values.topic)}
Received: ${ukTime(received)} (UK time)

A member of our team reads it and replies as soon as possible. To speak to us instead:

${phoneLines()}

You get this mail because the box for it was ticked on our contact form. If that was not you, there is nothing to do.
${company.legalName}, ${company.address.join(', ')}
`;
	return {
		from: addresses.from,
		to: [message.values.email],
		subject: `Your reference: ${reference}`,
		text,
		html: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><body style="font:16px/1.5 sans-serif;white-space:pre-wrap">${text}</body></html>`,
		headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
	};
}

/**
 * Sends the visitor a copy of the reference, if the box was ticked and the mail to staff is not labelled: at most one
 * for an address and day, and the same one however often it is tried. A copy that fails is let go; the receipt page has it too.
 */
export async function acknowledge(post: Post, enquiry: Open): Promise<void> {
	const { values } = enquiry.message;
	const { mail } = enquiry.delivery;
	if (!values['copy-to-me'] || !mail || isLabelled(mail)) return;
	const day = utcDay(post.now());
	const address = mac(post.keys.current, 'address', `${day}\n${values.email.toLowerCase()}`);
	const slot = `copies/${day}/${address.toString('base64url').slice(0, 22)}`;
	const { reference } = enquiry;
	try {
		const written = await post.store.create(slot, { reference });
		if (written === 'failed') return;
		if (written === 'refused') {
			const owner = (await post.store.read(slot))?.value as { reference?: string } | undefined;
			if (owner?.reference !== reference) return;
		}
		await post.mailer.send(copyFor(enquiry, post), `copy-${reference}`);
	} catch {
		// The store is away: the enquiry itself matters more than the copy.
	}
}
