/** A figure and what it is held to. */
export interface Figure {
	readonly what: string;
	/** As it is shown, with its unit. */
	readonly measured: string;
	/** As it is shown; absent where there is nothing to hold it to. */
	readonly target?: string;
	readonly met?: boolean;
}

/** The value in the middle; of an even number of values, the upper of the two there. */
export function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * How two contestants compare: the median of what each round gives. A round's contestants ran one after the other, so
 * what else the machine did cancels out.
 */
export const inPairs = (one: readonly number[], other: readonly number[]): number =>
	median(one.map((value, round) => value / (other[round] ?? Number.NaN)));

/** A ratio held to a bound, such as `1.08 ×`. */
export const ratio = (
	what: string,
	value: number,
	bound: { readonly most: number } | { readonly least: number },
): Figure => ({
	what,
	measured: `${value.toFixed(2)} ×`,
	target: 'most' in bound ? `at most ${bound.most} ×` : `at least ${bound.least} ×`,
	met: 'most' in bound ? value <= bound.most : value >= bound.least,
});

/** Figures as lines, the verdict last. */
export function lines(figures: readonly Figure[]): string {
	const widest = (of: (figure: Figure) => string) =>
		Math.max(...figures.map((one) => of(one).length));
	const what = widest((one) => one.what);
	const measured = widest((one) => one.measured);
	const target = widest((one) => one.target ?? '');
	return figures
		.map((one) => {
			const verdict = one.met === undefined ? '' : one.met ? 'met' : 'MISSED';
			const shown = [
				one.what.padEnd(what),
				one.measured.padStart(measured),
				(one.target ?? '').padEnd(target),
			];
			return [...shown, verdict].join('  ').trimEnd();
		})
		.join('\n');
}
