import type { Resend } from 'resend';
import type { Policy } from '#src/policies/versions/versions.ts';
import { given } from './settings.ts';

const segmentName = 'Policy changes';
/** When somebody agreed, and to which privacy policy. */
const properties = ['consented_at', 'notice_version'];

async function makeSegment({ segments }: Resend): Promise<string> {
	const known = given(await segments.list()).data.find(({ name }) => name === segmentName);
	return known?.id ?? given(await segments.create({ name: segmentName })).id;
}

/** Finds or makes the topic of a policy. Only who asks for it gets it; the provider lets nobody change that later. */
async function makeTopic({ topics }: Resend, { title }: Policy): Promise<string> {
	const name = `Changes: ${title}`;
	const known = given(await topics.list()).data.find((one) => one.name === name);
	if (known?.default_subscription === 'opt_in')
		throw new Error(
			`The topic “${name}” goes to everybody who did not refuse it. Delete it at Resend, and run this again.`,
		);
	return known?.id ?? given(await topics.create({ name, defaultSubscription: 'opt_out' })).id;
}

async function makeProperties({ contactProperties }: Resend): Promise<void> {
	const known = given(await contactProperties.list()).data.map(({ key }) => key);
	for (const key of properties.filter((one) => !known.includes(one)))
		given(await contactProperties.create({ key, type: 'string' }));
}

/** Makes what notices need at the provider, as far as it is not there, and gives the variables that name it. */
export async function setUp(provider: Resend, policies: readonly Policy[]): Promise<string[]> {
	const segment = await makeSegment(provider);
	await makeProperties(provider);
	const topics: string[] = [];
	for (const policy of policies) topics.push(`${policy.slug}=${await makeTopic(provider, policy)}`);
	return [`NOTICES_SEGMENT=${segment}`, `NOTICES_TOPICS=${topics.join(',')}`];
}
