import type { Problem } from '../../problem.ts';
import type { Text } from '../words/text.ts';
import { anchorMistake, type Here } from './anchors.ts';
import { linksOf } from './find.ts';
import type { Places } from './places.ts';
import { linkMistake } from './targets.ts';

/** What is wrong with the links of a text: each link with its first cause. */
export const linkMistakes = (text: Text, places: Places, here: Here): Problem[] =>
	linksOf(text).flatMap(
		(link) => linkMistake(link, places) ?? anchorMistake(link, places, here) ?? [],
	);
