import * as z from 'zod/mini';
import { mailName, type Open } from './enquiry.ts';

const Tags = z.object({
	day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
	nonce: z.string().check(z.regex(/^[\w-]{22}$/)),
	mail: z.string().check(z.regex(/^[A-Z2-9]{8}-[\w-]{16}-\d+$/)),
});

/** The tags of a mail to staff, by which the provider's events find its record again. */
export function tagsOf(key: string, enquiry: Open): { name: string; value: string }[] {
	const [, day = '', nonce = ''] = key.split('/');
	return [
		{ name: 'day', value: day },
		{ name: 'nonce', value: nonce },
		{ name: 'mail', value: mailName(enquiry) },
	];
}

/** Which mail of which record an event's tags name, or undefined when they are not ours. */
export function readTags(
	tags: unknown,
): { key: string; mail: string; reference: string } | undefined {
	const { data } = Tags.safeParse(tags);
	if (!data) return undefined;
	const { day, nonce, mail } = data;
	return { key: `enquiries/${day}/${nonce}`, mail, reference: mail.slice(0, 8) };
}
