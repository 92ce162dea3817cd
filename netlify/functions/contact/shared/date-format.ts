/** A formatter that is made at its first use and kept, because to make one takes about a millisecond. */
export function dateFormat(
	locale: 'en-GB' | 'sv-SE',
	options: Intl.DateTimeFormatOptions,
): (time: number) => string {
	let made: Intl.DateTimeFormat | undefined;
	return (time) => {
		made ??= new Intl.DateTimeFormat(locale, options);
		return made.format(time);
	};
}
