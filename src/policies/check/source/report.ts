import { type Id, messages, type Values } from '../../messages/messages.ts';
import type { Message } from '../../messages/message.ts';
import type { Edit, Problem } from '../../problem.ts';
import { position, type Source, type Span } from './source.ts';

/** Fills the words in ‹› of a text. */
const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
	text.replace(/‹(\w+)›/g, (_, name: string) => String(values[name] ?? ''));

/** A mistake at a stretch of a file. */
export function problem<I extends Id>(
	place: readonly [Source, Span],
	id: I,
	values: Values<I>,
	edits?: readonly Edit[],
): Problem {
	const [file, [start, end]] = place;
	const { says, cure, severity, byTime }: Message = messages[id];
	return {
		id,
		file: file.path,
		...position(file, start),
		end: position(file, Math.max(end, start)),
		message: fill(says, values),
		cure: fill(cure, values),
		severity: severity ?? 'error',
		...(edits && { edits }),
		...(byTime && { byTime }),
	};
}

/** An edit that puts a text in the place of a stretch of a file. */
export const put = ({ path }: Source, [start, end]: Span, text: string): Edit => ({
	file: path,
	start,
	end,
	text,
});
