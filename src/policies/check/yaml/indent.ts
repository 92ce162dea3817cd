import type { Problem } from '../../problem.ts';
import { problem, put } from '../source/report.ts';
import type { Source, Span } from '../source/source.ts';

/**
 * The first line of a stretch of YAML whose indent fits none of the lines around it. The names of one list item, and the
 * names of one map, stand in one column.
 */
export function strayIndent(file: Source, [start, end]: Span): Problem | undefined {
	const columns: number[] = [];
	let opens = true;
	let offset = start;
	for (const raw of file.text.slice(start, end).split('\n')) {
		const found = /^( *)(- +)?([\w"-][^:]*:)(\s*)(.*)$/.exec(raw.replace(/\r$/, ''));
		const lead = found?.[1]?.length ?? 0;
		if (found && !raw.trimStart().startsWith('#')) {
			const deepest = columns.at(-1) ?? 0;
			const stray = lead > deepest ? !opens : !columns.includes(lead) && columns.length > 0;
			if (stray) return told(file, [offset, offset + lead], { columns, item: Boolean(found[2]) });
			while ((columns.at(-1) ?? -1) >= lead && columns.length > 0) columns.pop();
			columns.push(lead);
			if (found[2]) columns.push(lead + found[2].length);
			opens = (found[5] ?? '').replace(/#.*$/, '').trim() === '';
		}
		offset += raw.length + 1;
	}
	return undefined;
}

function told(
	file: Source,
	span: Span,
	{ columns, item }: { readonly columns: readonly number[]; readonly item: boolean },
): Problem {
	const own = span[1] - span[0];
	const near = columns.toSorted((a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a)[0] ?? 0;
	const blanks = item ? (columns.at(-2) ?? near) : near;
	const place = [file, [span[1], span[1] + 1]] as const;
	return problem(place, 'yaml-indent', { blanks }, [put(file, span, ' '.repeat(blanks))]);
}
