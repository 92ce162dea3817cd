import { mailTrouble } from '#contact/delivery/provider/mail-trouble.ts';
import type { Store } from '#contact/enquiry/store.ts';
import { readEnquiry } from '#contact/enquiry/transition.ts';
import { bankHolidays } from '#contact/shared/bank-holidays.ts';
import { quick } from '#contact/captcha/signals.ts';
import { paths } from '#contact/routes/paths.ts';
import { ukTime, utcDay } from '#contact/shared/times.ts';
import { readPort } from '../local/instance.ts';
import { MAILBOX_PATH } from '../local/mailbox/mailbox.ts';
import { withRaces } from './races.ts';
import { find } from './records.ts';
import { type Report, startReport } from './report.ts';
import { printJson, Refused, type Session, UsageError, type Verb } from './session.ts';
import { checkEtags } from './store-checks.ts';
import { meet, referenceOn, write } from './visitor.ts';

/** How long the delivery may take, and how often it is looked for. Milliseconds. */
const timeout = 20_000;
const pause = 250;
/** The bank holidays must be known for so long, so that there is time to add those of the next year. */
const ahead = 90 * 86_400_000;

/** What is sent: nobody's own data, and words by which staff know it. */
const marked = (now: number) => ({
	name: 'Self-test',
	email: 'selftest@example.com',
	topic: 'other',
	message: `Self-test of the contact form, made on ${ukTime(now)}. There is nothing to do.`,
});

function siteOf({ options, location, variables }: Session): string {
	if (options.url !== undefined) return options.url;
	if (location.directory !== undefined) return `http://127.0.0.1:${readPort(variables)}`;
	throw new UsageError('--url <address> is needed for a site at Netlify.');
}

/** Why a mail was not delivered, and what to do where the provider refuses every mail. */
async function whyNot(store: Store, error = 'nobody knows why'): Promise<string> {
	const kept = `kept, but not delivered (${error})`;
	if (!(await mailTrouble(store))) return kept;
	return `${kept}. The provider refuses the key or the domain: verify the domain of ENQUIRIES_FROM at Resend, make a key there for RESEND_API_KEY, deploy, then run \`retry\``;
}

/** The state in which a record comes to rest. Throws a Refused when it is not one that is well. */
async function delivered(
	{ location: { store }, wait }: Session,
	reference: string,
): Promise<string> {
	const { key } = await find(store, reference);
	const end = performance.now() + timeout;
	for (;;) {
		const value = (await readEnquiry(store, key))?.value;
		if (value?.state === 'delivered' || value?.state === 'accepted') return value.state;
		const waits = value?.state === 'failed' ? value.delivery : undefined;
		if (waits) throw new Refused(await whyNot(store, waits.error));
		if (performance.now() > end) throw new Refused(`still ${value?.state ?? 'not there'}`);
		await wait(pause);
	}
}

/** Where the mail for a reference is. Throws a Refused when the local mailbox does not hold it once. */
async function mailed(site: string, reference: string): Promise<string> {
	const response = await fetch(new URL(`${MAILBOX_PATH}/messages.json`, site));
	if (response.status === 404) return 'sent by a real provider';
	const mails: readonly { readonly subject: string }[] = await response.json();
	const found = mails.filter(({ subject }) => subject.includes(reference));
	if (found.length !== 1) throw new Refused(`the mailbox holds it ${found.length} times`);
	return 'in the mailbox, once';
}

async function checkJourney(report: Report, session: Session): Promise<void> {
	const site = siteOf(session);
	const met = await report.check(`${site} asks a question`, () => meet(site));
	if (!met) return;
	// Whoever answers faster is taken for a program, and staff would be told so.
	await session.wait(quick + pause);
	const values = marked(session.now());
	const receipt = await report.check('It takes the form', () => write(site, { met, values }));
	if (!receipt) return;
	const shown = await report.check(
		'The receipt shows a reference',
		() => referenceOn(receipt),
		(reference) => reference,
	);
	if (!shown) return;
	const state = await report.check(
		'The record comes to rest',
		() => delivered(session, shown),
		(state) => state,
	);
	if (state === undefined || session.location.directory === undefined) return;
	await report.check(
		'The mail is sent',
		() => mailed(site, shown),
		(where) => where,
	);
}

async function checkHealth(report: Report, session: Session): Promise<void> {
	const address = new URL(paths.health, siteOf(session));
	await report.check(`${paths.health} says that all is well`, async () => {
		const response = await fetch(address);
		if (!response.ok) throw new Refused(`it answers ${response.status}; \`status\` says why`);
	});
}

const checkRaces = (report: Report, { location, now }: Session): Promise<void> =>
	withRaces(location.store, now(), async ({ create, replace }) => {
		const made = await report.check('Of two that create a record at once, one succeeds', create);
		if (made === undefined) return;
		await report.check('Of two that replace it at once, one succeeds', () => replace(made));
	});

/** Goes the whole way of an enquiry on a running site, and looks whether its store keeps its word. */
export const selftest: Verb = {
	usage: 'selftest [--url <address>]',
	words: 'sends a marked message through a running site and checks its way, and the store',
	options: ['json', 'url'],
	async run(session) {
		const { options, print, now } = session;
		const report = startReport(options.json ? () => {} : print);
		await report.check('What is written is read and listed with the same ETag', () =>
			checkEtags(session.location.store, now()),
		);
		await checkJourney(report, session);
		await checkHealth(report, session);
		await checkRaces(report, session);
		await report.check('The bank holidays of the next 90 days are known', async () => {
			if (utcDay(now() + ahead) > bankHolidays.last) {
				throw new Refused(`only to ${bankHolidays.last}; add the next year`);
			}
		});
		if (options.json) printJson(session, report.checked);
		const faults = report.checked.filter(({ well }) => !well).length;
		if (faults > 0) throw new Refused(`${faults} of ${report.checked.length} checks failed.`);
	},
};
