/** Control characters but tab and line feed, and those that override the direction of text. */
const unprintable = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/** Unicode asks for no more combining marks in a row, so that a text can be normalised in steady time (UAX #15, Stream-Safe Text Format). */
const marksInARow = 30;
const marks = /\p{M}+/gu;
const tooManyMarks = /\p{M}{30}(?=\p{M})/gu;
/** Breaks a run of marks and is not seen: the combining grapheme joiner. */
const joiner = '\u034f';

const steady = (text: string): string =>
	text.replace(marks, (run) =>
		run.length <= marksInARow ? run : run.replace(tooManyMarks, `$&${joiner}`),
	);

/** A text with one kind of line break and nothing that steers whatever shows it. Takes time in proportion to its length. */
export const printable = (text: string): string =>
	text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(unprintable, '');

/** A text as it is kept: printable, in Unicode's NFC and trimmed. */
export const tidy = (text: string): string => steady(printable(text)).normalize('NFC').trim();

/** A text as it is kept, in one line. */
export const tidyLine = (text: string): string => tidy(text).replace(/\s+/gu, ' ');
