import { attribute, type Element } from './hast.ts';

/** The cells of rows by their columns; a cell over several rows or columns stands in the first of each, and the others are empty. */
export function gridOf(rows: readonly (readonly Element[])[]): (Element | undefined)[][] {
	const grid: (Element | undefined)[][] = rows.map(() => []);
	rows.forEach((cells, row) => {
		let column = 0;
		for (const cell of cells) {
			while (grid[row] && column in grid[row]) column++;
			const [high, wide] = [span(cell, 'rowSpan'), span(cell, 'colSpan')];
			for (const other of grid.slice(row, row + high))
				for (let at = column; at < column + wide; at++) other[at] = undefined;
			grid[row]?.splice(column, 1, cell);
		}
	});
	return grid;
}

/** As browsers take it: one at least, a thousand at most. */
const span = (cell: Element, name: 'rowSpan' | 'colSpan'): number =>
	Math.min(1000, Math.max(1, Math.floor(Number(attribute(cell, name))) || 1));
