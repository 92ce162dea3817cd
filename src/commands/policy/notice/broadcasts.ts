import type { Resend } from 'resend';
import type { Notice } from '#src/policies/notices/notice.ts';
import { type Audience, given } from './settings.ts';

type Listed = Awaited<ReturnType<Resend['broadcasts']['list']>>['data'];
export type ListedBroadcast = NonNullable<Listed>['data'][number];

/** The broadcast of that name; the provider lets several have one, so the name is asked for first. */
export async function findBroadcast(
	{ broadcasts }: Resend,
	name: string,
): Promise<ListedBroadcast | undefined> {
	let after: string | undefined;
	for (;;) {
		const options = { limit: 100, ...(after !== undefined && { after }) };
		const { data, has_more } = given(await broadcasts.list(options));
		const found = data.find((one) => one.name === name);
		const last = data.at(-1)?.id;
		if (found || !has_more || last === undefined) return found;
		after = last;
	}
}

/** Makes the draft that a person reads and sends; gives its id. */
export async function makeDraft(
	{ broadcasts }: Resend,
	name: string,
	{ notice, audience }: { readonly notice: Notice; readonly audience: Audience },
): Promise<string> {
	const { segment, topic, from } = audience;
	const made = await broadcasts.create({
		...notice,
		name,
		from,
		segmentId: segment,
		topicId: topic,
		send: false,
	});
	return given(made).id;
}
