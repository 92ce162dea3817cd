import { plain } from '../text/document.ts';
import type { Edit } from './edits.ts';
import type { ClauseChange } from './redline.ts';
import { text } from './apply-changes.ts';

const month =
	'January|February|March|April|May|June|July|August|September|October|November|December';
const count =
	'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|twenty|thirty|sixty|ninety';
const unit = '(?:minute|hour|day|week|fortnight|month|quarter|year)s?';

/** Words on which duties and rights turn, by kind; where two could match, the first kind wins. */
const patterns = {
	money:
		'[£$€]\\s?\\d(?:[\\d,.]*\\d)?(?:\\s(?:million|billion))?|\\d[\\d,.]*\\s(?:pounds|pence|euros)',
	date: `\\d{1,2}\\s(?:${month})(?:\\s\\d{4})?`,
	period: `(?:\\d+|one|${count})[\\s-](?:(?:calendar|working|business)\\s)?${unit}`,
	number: `\\d(?:[\\d,.:/]*\\d)?%?|${count}`,
	modal: '(?:must|shall|may|might|will|would|can|could|should|need)(?:\\snot)?|cannot',
	negation: 'not|no|never|none|nor|neither|nobody|nothing|without|unless|except',
} as const;

type Kind = keyof typeof patterns;

const term = new RegExp(
	Object.entries(patterns)
		.map(([kind, pattern]) => `(?<${kind}>(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}]))`)
		.join('|'),
	'giu',
);

/** A term that the old wording has and the new has not, or the other way round, or one for another. */
export interface TermChange {
	readonly kind: Kind;
	readonly was?: string;
	readonly is?: string;
}

/** The changed terms of a clause that both versions have; a sentence that only moved changes none. */
export function changedTerms({ op, blocks }: ClauseChange): TermChange[] {
	if (op !== 'changed') return [];
	const sentences = blocks.flatMap((block) => block.sentences);
	const changed = sentences.filter((sentence) => sentence.op === 'changed');
	const loose = sentences.filter(
		(sentence) => sentence.op === 'added' || sentence.op === 'removed',
	);
	return [...changed.map(({ edits }) => edits), loose.flatMap(({ edits }) => edits)].flatMap(
		between,
	);
}

function between(edits: readonly Edit[]): TermChange[] {
	const [old, now] = [terms(plain(text(edits, 'removed'))), terms(plain(text(edits, 'added')))];
	return kinds.flatMap((kind) => {
		const gone = without(old[kind], now[kind]);
		const come = without(now[kind], old[kind]);
		return Array.from({ length: Math.max(gone.length, come.length) }, (_, index): TermChange => {
			const [was, is] = [gone[index], come[index]];
			return { kind, ...(was && { was }), ...(is && { is }) };
		});
	});
}

const kinds = ['money', 'date', 'period', 'number', 'modal', 'negation'] as const satisfies Kind[];

type Terms = Record<Kind, string[]>;

/** The terms of a text by kind, in lower case. */
function terms(words: string): Terms {
	const found: Terms = { money: [], date: [], period: [], number: [], modal: [], negation: [] };
	for (const { groups } of words.matchAll(term))
		for (const kind of kinds) {
			const { [kind]: own } = groups ?? {};
			if (own) found[kind].push(own.toLowerCase());
		}
	return found;
}

/** The first list less the second, word for word. */
function without(list: readonly string[], other: readonly string[]): string[] {
	const rest = [...other];
	return list.filter((entry) => {
		const at = rest.indexOf(entry);
		if (at !== -1) rest.splice(at, 1);
		return at === -1;
	});
}
