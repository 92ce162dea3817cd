import { nearest } from '#src/policies/check/source/nearest.ts';
import { type Id, messages } from '#src/policies/messages/messages.ts';
import type { Message } from '#src/policies/messages/message.ts';
import type { Subcommand, Terminal } from './subcommand.ts';

const ids = Object.keys(messages);
const isId = (name: string): name is Id => Object.hasOwn(messages, name);

const indented = (text: string): string => text.replace(/^/gm, '    ');

function explained(id: Id): string {
	const { says, cure, wrong, right, severity, byTime }: Message = messages[id];
	return [
		`${id}${severity === 'warning' ? ' (a warning: it refuses nothing)' : ''}`,
		'',
		`  ${says}`,
		`  ${cure}`,
		'',
		'  wrong:',
		indented(wrong),
		...(right === '' ? [] : ['  right:', indented(right)]),
		...(byTime
			? [
					'',
					'  It can come about by a day going by: a build that a clock started only warns of it.',
				]
			: []),
	].join('\n');
}

function list({ print }: Terminal): void {
	print(ids.map((id) => `  ${id.padEnd(24)}${messages[id as Id].says}`).join('\n'));
}

const fenced = (text: string): string => `\`\`\`\`text\n${text}\n\`\`\`\``;

/** All messages as a page of Markdown, for editors without a terminal. */
const page = (): string =>
	[
		'# What the check says',
		'',
		'`npm run policy -- explain --markdown` writes this page from the messages themselves. Words in ‹› are filled in.',
		...ids.toSorted().flatMap((id) => {
			const { says, cure, wrong, right, severity }: Message = messages[id as Id];
			const refuses = severity === 'warning' ? ' It is a warning, and refuses nothing.' : '';
			const cured = right === '' ? [] : ['', 'Right:', '', fenced(right)];
			return ['', `## ${id}`, '', `${says}${refuses} ${cure}`, '', fenced(wrong), ...cured];
		}),
	].join('\n');

/** Says what a message means, with an example. */
export const explain: Subcommand = {
	usage: 'explain [<id> | --markdown]',
	words: 'Says what a message of the check means, with an example; without an id, lists them all.',
	help: 'The id stands in square brackets behind the message, such as [link-slash]. --markdown prints them all as a page.',
	async run([id, surplus], terminal) {
		if (id === undefined) {
			list(terminal);
			return 0;
		}
		if (id === '--markdown' && surplus === undefined) {
			terminal.print(page());
			return 0;
		}
		const name = id.replace(/^\[|\]$/g, '');
		if (isId(name) && surplus === undefined) {
			terminal.print(explained(name));
			return 0;
		}
		const near = nearest(name, ids);
		terminal.note(
			`There is no message “${name}”.${near === undefined ? '' : ` Did you mean ${near}?`}`,
		);
		return 2;
	},
};
