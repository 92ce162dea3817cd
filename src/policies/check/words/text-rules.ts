import type { Problem } from '../../problem.ts';
import { looseLinks } from '../links/loose.ts';
import { earlyTerms, longSentences, oldLaw } from './advice.ts';
import { emptyClauses, headingMistakes } from './headings.ts';
import { emptyItems, looseLines, looseMarks, strangeEntities } from './marks.ts';
import { tableMistakes } from './tables.ts';
import type { Text } from './text.ts';
import { placeholders } from './unfinished.ts';

/** What is wrong with the words of a text that may still change, and how they are marked up. */
export const textMistakes = (
	text: Text,
	{ forReaders }: { readonly forReaders: boolean },
): Problem[] => [
	...looseLines(text),
	...emptyItems(text),
	...looseMarks(text),
	...strangeEntities(text),
	...headingMistakes(text),
	...emptyClauses(text),
	...tableMistakes(text),
	...looseLinks(text),
	...(forReaders ? placeholders(text) : []),
	...longSentences(text),
	...oldLaw(text),
	...earlyTerms(text),
];
