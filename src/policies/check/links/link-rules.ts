import type { Problem } from '../../problem.ts';
import type { Text } from '../words/text.ts';
import { anchorMistake, type Here } from './anchors.ts';
import { problem } from '../source/report.ts';
import { type Link, linksOf } from './find.ts';
import type { Places } from './places.ts';
import { linkMistake } from './targets.ts';

const vague =
	/^(?:(?:click |see |read )?here|(?:this |the )?(?:link|page)|(?:read |see |learn )?more)$/i;

/** Whether a link's words are good; they are looked at last, when its target is. */
const wordsMistake = ({ file, whole, words }: Link): Problem | undefined =>
	vague.test(words) ? problem([file, whole], 'link-vague', { words }) : undefined;

/** What is wrong with the links of a text: each link with its first cause. */
export const linkMistakes = (text: Text, places: Places, here: Here): Problem[] =>
	linksOf(text).flatMap(
		(link) =>
			linkMistake(link, places) ?? anchorMistake(link, places, here) ?? wordsMistake(link) ?? [],
	);
