import { markdown } from '../text/markdown.ts';
import type { Edit } from './edits.ts';

/** Edits as a line of text: `kept [-removed-]{+added+}`; what moved in `<<…>>` where it stands now. */
export const editsText = (edits: readonly Edit[]): string => edits.map(editText).join('');

function editText(edit: Edit): string {
	switch (edit.op) {
		case 'kept':
			return markdown(edit.runs);
		case 'removed':
			return `[-${markdown(edit.runs)}-]`;
		case 'added':
			return `{+${markdown(edit.runs)}+}`;
		case 'restyled':
			return `[~${markdown(edit.was)}~]${markdown(edit.runs)}`;
		case 'moved':
			return `<<${edit.from.way} ${edit.from.number}: ${editsText(edit.edits)}>>`;
		default:
			return `<${edit.to.way} ${edit.to.number}>`;
	}
}
