/** No column is made narrower than this, in characters. */
const narrowest = 6;
const gap = '  ';

function cut(text: string, width: number): string {
	return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

/** The widths of the columns: those of their longest cells, the widest but the first cut until a line fits. */
function widths(rows: readonly (readonly string[])[], columns: number): number[] {
	const longest = (rows[0] ?? []).map((_, at) =>
		Math.max(...rows.map((row) => row[at]?.length ?? 0)),
	);
	const room = columns - gap.length * (longest.length - 1);
	const total = () => longest.reduce((sum, width) => sum + width, 0);
	while (total() > room) {
		const others = longest.slice(1);
		const widest = others.indexOf(Math.max(...others)) + 1;
		const width = longest[widest] ?? 0;
		if (width <= narrowest) break;
		longest[widest] = width - 1;
	}
	return longest;
}

/** Rows of equally many cells as lines that fit into so many columns; what is too long for its place ends in `…`. */
export function table(rows: readonly (readonly string[])[], columns: number): string {
	const fitted = widths(rows, columns);
	const line = (row: readonly string[]) =>
		row
			.map((cell, at) => cut(cell, fitted[at] ?? 0))
			.join(gap)
			.trimEnd();
	return rows.map(line).join('\n');
}
