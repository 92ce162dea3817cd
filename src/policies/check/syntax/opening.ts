import type { Problem } from '../../problem.ts';
import { problem, put } from '../source/report.ts';
import { newline, type Source, type Span } from '../source/source.ts';

/** The parts of an MDX file. */
export interface Parts {
	/** The front matter without its fences; absent where it cannot be found. */
	readonly front?: Span;
	/** All that follows it. */
	readonly body: Span;
	readonly problems: readonly Problem[];
}

const fence = /^---[ \t]*\r?\n/;
/** What people write for three dashes. */
const nearly =
	/^[ \t]*(?:-{1,2}|-{4,}|[–—]+-?|\*{3}|_{3}|\+{3}|={3,}|~{3}|- - -|[ \t]+---)[ \t]*(?:\r?\n|$)/;
const named = /^[\w-]+[ \t]*:(?:\s|$)/;

/** Finds the front matter of a file: the lines between two lines of `---`, the first of the file among them. */
export function parts(file: Source): Parts {
	const { text } = file;
	const open = fence.exec(text)?.[0];
	if (open !== undefined) return closed(file, open.length);
	return { body: [0, text.length], problems: [unopened(file)] };
}

function closed(file: Source, start: number): Parts {
	const { text } = file;
	const rest = text.slice(start);
	const close = /^---[ \t]*(?:\r?\n|$)/m.exec(rest);
	const body = /(?<![^\n])(?:[ \t]*\r?\n)+#{1,6}[ \t]|^#{1,6}[ \t][^\n]*\{|^<[A-Z]/m.exec(rest);
	const wrong = wrongFence(
		rest.slice(0, Math.min(close?.index ?? Infinity, body?.index ?? Infinity)),
	);
	if (close && (!body || close.index < body.index || !wrong) && !(body && body.index < close.index))
		return {
			front: [start, start + close.index],
			body: [start + close.index + close[0].length, text.length],
			problems: [],
		};
	if (wrong) {
		const span = [start + wrong[0], start + wrong[1]] as const;
		const edits = [put(file, span, '---')];
		const problems = [problem([file, span], 'front-matter-fence', {}, edits)];
		return { front: [start, span[0]], body: [span[1], text.length], problems };
	}
	const at = start + (body?.index ?? rest.length);
	const edits = [put(file, [at, at], `---${newline(file)}`)];
	const problems = [problem([file, [at, at]], 'front-matter-open', {}, edits)];
	return { front: [start, at], body: [at, text.length], problems };
}

/** A line of a front matter that was meant to end it. */
function wrongFence(front: string): Span | undefined {
	let offset = 0;
	for (const line of front.split('\n')) {
		const trimmed = line.trimEnd();
		if (nearly.test(trimmed) && trimmed !== '') return [offset, offset + trimmed.length];
		offset += line.length + 1;
	}
	return undefined;
}

function unopened(file: Source): Problem {
	const { text } = file;
	const first = text.search(/\S/);
	const line = text.slice(first).split(/\r?\n/, 1)[0] ?? '';
	const at = Math.max(first, 0);
	if (nearly.test(`${line}\n`) || (line.trim() === '---' && /[ \t]/.test(text[at - 1] ?? ''))) {
		const start = text.lastIndexOf('\n', at) + 1;
		const span = [start, at + line.trimEnd().length] as const;
		return problem([file, span], 'front-matter-fence', {}, [put(file, span, '---')]);
	}
	if (line.trim() === '---')
		return problem([file, [0, at]], 'front-matter-first', {}, [put(file, [0, at], '')]);
	const fences = /^---[ \t]*\r?$/m.exec(text);
	if (fences && !named.test(line) && fences.index < 400)
		return problem([file, [0, fences.index]], 'front-matter-first', {});
	const edits = named.test(line) ? [put(file, [at, at], `---${newline(file)}`)] : undefined;
	return problem([file, [at, at + line.length]], 'front-matter-missing', {}, edits);
}
