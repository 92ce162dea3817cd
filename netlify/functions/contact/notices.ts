import type { Mail } from './compose.ts';
import type { Post } from './post.ts';
import { utcDay } from './times.ts';

const notice = ({ addresses }: Post, subject: string, text: string): Mail => ({
	from: addresses.from,
	to: addresses.operator,
	subject,
	text,
	html: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><body style="font:16px/1.5 sans-serif;white-space:pre-wrap">${text}</body></html>`,
	headers: { 'Auto-Submitted': 'auto-generated' },
});

/** Tells the operator, once a day at most, which enquiries wait for a person. References only. */
export async function tellOperator(post: Post, references: readonly string[]): Promise<void> {
	const today = utcDay(post.now());
	if (typeof (await post.store.create(`told/${today}/held`, {})) !== 'object') return;
	const count = references.length === 1 ? '1 enquiry waits' : `${references.length} enquiries wait`;
	const text = `${count} for a person to decide:

${references.join('\n')}

To see why:      npm run enquiries -- list
To send again:   npm run enquiries -- retry <reference>
`;
	await post.mailer.send(notice(post, `${count} for a person`, text), `held-${today}`);
}

/** Tells the operator that an address sent an enquiry back. */
export async function tellBounced(post: Post, reference: string, what: string): Promise<void> {
	const text = `The mail for enquiry ${reference} was ${what} by the address that receives it.

${post.addresses.fallback ? 'It goes to the second address now.' : 'There is no second address (ENQUIRIES_FALLBACK_TO), so it waits for a person.'}
`;
	await post.mailer.send(
		notice(post, `Enquiry ${reference} was ${what}`, text),
		`bounced-${reference}`,
	);
}
