import { readPolicies } from '#src/policies/read.ts';
import { folderIn } from './policies.ts';
import type { Subcommand } from './subcommand.ts';

/** Checks every word that an editor writes, and says where and how to put it right. */
export const check: Subcommand = {
	usage: 'check',
	words: 'Checks the policies, the pages and the facts, and says how to put right what is wrong.',
	help: 'It ends with 1 when there are mistakes.',
	async run(_, terminal) {
		const { print, note } = terminal;
		try {
			readPolicies(folderIn(terminal));
			print('No mistakes.');
			return 0;
		} catch (error) {
			note(error instanceof Error ? error.message : String(error));
			return 1;
		}
	},
};
