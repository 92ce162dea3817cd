import { mkdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { company } from '#src/company.ts';
import { archived, noticeFile, type SentNotice } from '#src/policies/notices/archive.ts';
import { broadcastStop, type Change, noticeOf } from '#src/policies/notices/notice.ts';
import { readFolder } from '#src/policies/read.ts';
import { lockName } from '#src/policies/versions/lock.ts';
import { writeWhole } from '#src/policies/versions/write-whole.ts';
import { isoDate, readArguments } from './arguments.ts';
import { findBroadcast, makeDraft } from './notice/broadcasts.ts';
import { setUp } from './notice/set-up.ts';
import { audienceOf, given, openProvider, ProviderError } from './notice/settings.ts';
import { findPolicy, findVersion, folderIn } from './policies.ts';
import { type ExitCode, type Subcommand, type Terminal, UsageError } from './subcommand.ts';

const options = {
	export: { type: 'string' },
	archive: { type: 'boolean', default: false },
	sent: { type: 'string' },
	'set-up': { type: 'boolean', default: false },
} as const;

/** Makes the notice of a version for those who asked to be told. */
export const notice: Subcommand = {
	usage: 'notice <policy>@<date>',
	words: 'Makes the notice that tells readers of a version. A person sends it.',
	help: `It makes a draft of a broadcast at Resend, once for each version, with what changes in its own words. Read it there
and send it. Nothing is ever sent from here, or from a build.

  --export <folder>   writes the notice as text and HTML instead, for customers whose addresses live elsewhere
  --archive           once it is sent: writes src/content/notices/<policy>/<date>.json, from which the site makes a public
                      page without addresses. Commit that file
  --sent <day>        with --archive: it was not sent by Resend, but on that day
  --set-up            makes the segment, the topics and the properties at Resend, and prints the variables for the function

  npm run policy -- notice privacy@2027-06-01
  npm run policy -- notice privacy@2027-06-01 --export notices
  npm run policy -- notice privacy@2027-06-01 --archive

NOTICES_API_KEY, NOTICES_SEGMENT, NOTICES_TOPICS and ENQUIRIES_FROM are the function’s own; .env.example explains them.
It ends with 0 when all is done, with 1 when Resend refuses or has not sent it yet, and with 2 when a variable is missing.`,
	async run(args, terminal) {
		const { values, positionals } = readArguments(args, { options, words: 1 });
		const { export: folder, archive, sent } = values;
		try {
			if (values['set-up']) return await setUpAll(terminal);
			const change = readChange(positionals[0] ?? '', terminal);
			if (sent !== undefined && !archive) throw new UsageError('--sent goes with --archive.');
			if (archive) return await archiveSent(change, terminal, sent);
			if (folder !== undefined) return exportTo(change, folder, terminal);
			return await draft(change, terminal);
		} catch (error) {
			if (!(error instanceof ProviderError)) throw error;
			terminal.note(error.message);
			return 1;
		}
	},
};

const from = `${company.name} is a trading name of ${company.legalName}, ${company.address.join(', ')}.`;
const sender = { site: company.site, from };

/** The version that is named, and the one before it that readers know. */
function readChange(name: string, terminal: Terminal): Change {
	const [slug = '', date = ''] = name.split('@');
	const policy = findPolicy(folderIn(terminal), slug);
	const version = findVersion(policy, date);
	if (version.announced === undefined)
		throw new UsageError(`${name} is a draft: nobody is told before it is announced.`);
	const before = policy.versions.findLast((one) => one.date < date && one.announced !== undefined);
	if (!before) throw new UsageError(`${name} is the first version: there is no change to tell of.`);
	return { policy, before, version };
}

const nameOf = ({ policy, version }: Change): string => lockName(policy.slug, version.date);

async function setUpAll({ variables, print, ...rest }: Terminal): Promise<ExitCode> {
	const { policies } = readFolder(folderIn(rest));
	for (const line of await setUp(openProvider(variables), policies)) print(line);
	return 0;
}

async function draft(change: Change, { variables, print }: Terminal): Promise<ExitCode> {
	const name = nameOf(change);
	const provider = openProvider(variables);
	const audience = audienceOf(variables, change.policy.slug);
	const known = await findBroadcast(provider, name);
	if (known) {
		print(
			`${name} is there already (${known.status}). To make it anew, delete the draft at Resend first.`,
		);
		return 0;
	}
	const made = noticeOf(change, { ...sender, stop: broadcastStop });
	await makeDraft(provider, name, { notice: made, audience });
	print(`Made the draft ${name}. Read it and send it at https://resend.com/broadcasts, then run:`);
	print(`  npm run policy -- notice ${name} --archive`);
	return 0;
}

function exportTo(change: Change, folder: string, { root, print }: Terminal): ExitCode {
	const { text, html, subject } = noticeOf(change, sender);
	const target = resolve(root, folder);
	mkdirSync(target, { recursive: true });
	const name = nameOf(change);
	const files = { [`${name}.txt`]: `${subject}\n\n${text}`, [`${name}.html`]: html };
	for (const [file, content] of Object.entries(files)) {
		writeWhole(join(target, file), content);
		print(`Wrote ${join(folder, file)}.`);
	}
	return 0;
}

/** What was sent, as the provider has it, or as it was exported for another list. */
async function sentNotice(
	change: Change,
	{ variables }: Terminal,
	sent: string | undefined,
): Promise<SentNotice | undefined> {
	if (sent !== undefined)
		return archived(noticeOf(change, sender), isoDate(sent, 'day of sending'));
	const provider = openProvider(variables);
	const listed = await findBroadcast(provider, nameOf(change));
	if (!listed?.sent_at) return undefined;
	const { subject, text } = given(await provider.broadcasts.get(listed.id));
	return archived({ subject: subject ?? '', text: text ?? '' }, listed.sent_at.slice(0, 10));
}

async function archiveSent(
	change: Change,
	terminal: Terminal,
	sent: string | undefined,
): Promise<ExitCode> {
	const { note, print, root } = terminal;
	const found = await sentNotice(change, terminal, sent);
	if (!found) {
		note(
			`Resend has sent no ${nameOf(change)} yet. If you sent it otherwise, say when: --sent <day>`,
		);
		return 1;
	}
	const file = noticeFile(folderIn(terminal), change.policy.slug, change.version.date);
	mkdirSync(dirname(file), { recursive: true });
	writeWhole(file, `${JSON.stringify(found, null, '\t')}\n`);
	print(`Wrote ${relative(root, resolve(file))}. Commit it: the site then shows the notice.`);
	return 0;
}
