import type { Problem } from '../../problem.ts';
import { idPattern } from '../../text/parse.ts';
import { nearest } from '../source/nearest.ts';
import { problem, put } from '../source/report.ts';
import { position, type Source, type Span } from '../source/source.ts';
import { idFrom } from '../yaml/keys.ts';
import type { Head } from './heads.ts';

/** What is known of the ids that a version should have. */
export interface Expected {
	/** The ids that should be there and are not, with the titles that they had. */
	readonly lost: ReadonlyMap<string, string | undefined>;
	/** Every id that the policy ever had. */
	readonly known: ReadonlySet<string>;
	/** The ids that may stand in this version. */
	readonly live: ReadonlySet<string>;
}

/** What is wrong with the ids of a version's headings. What is told takes its id out of `lost`. */
export function nameMistakes(file: Source, heads: readonly Head[], expected: Expected): Problem[] {
	const lost = new Map(expected.lost);
	const seen = new Map<string, number>();
	return heads.flatMap((head) => {
		const [first, second] = head.ids;
		const found = first ? misnamed(first, head) : nameless(head);
		if (first && !seen.has(first.id)) seen.set(first.id, position(file, head.span[0]).line);
		if (found || !second) return found ? [found] : [];
		return [problem([file, second.span], 'clause-ids-two', {})];
	});

	function misnamed({ id, span }: { id: string; span: Span }, head: Head): Problem | undefined {
		if (!idPattern.test(id)) {
			const fixed = meant(id, head) ?? idFrom(id);
			lost.delete(fixed);
			return problem([file, span], 'clause-id-shape', { is: id, fixed: comment(fixed) }, [
				put(file, span, fixed),
			]);
		}
		const line = seen.get(id);
		if (line !== undefined) {
			const fixed = meant(undefined, head) ?? idFrom(head.title);
			lost.delete(fixed);
			return problem([file, span], 'clause-id-twice', { id, line, fixed: comment(fixed) }, [
				put(file, span, fixed),
			]);
		}
		if (expected.live.has(id) || expected.known.has(id)) return undefined;
		const was = meant(id, head);
		if (was === undefined) return undefined;
		lost.delete(was);
		return problem([file, span], 'clause-id-changed', { was, is: id, fixed: comment(was) }, [
			put(file, span, was),
		]);
	}

	function nameless(head: Head): Problem | undefined {
		if (head.depth === 1 || head.title === '') return undefined;
		const written = head.remark && idFrom(head.remark.words);
		const was = meant(written, head);
		const id = was ?? (written || suggestion(head.title));
		if (was !== undefined) lost.delete(was);
		const fixed = comment(id);
		const edit = head.remark
			? put(file, head.remark.span, fixed)
			: put(file, [head.span[1], head.span[1]], ` ${fixed}`);
		const place = [file, head.remark?.span ?? head.span] as const;
		return was === undefined
			? problem(place, 'clause-nameless', { fixed }, [edit])
			: problem(place, 'clause-id-lost', { id: was, fixed }, [edit]);
	}

	/** The lost id that a heading should have: by its title, by its id, or because only one is lost. */
	function meant(id: string | undefined, { title }: Head): string | undefined {
		const small = id?.toLowerCase().replaceAll('_', '-');
		if (small !== undefined && lost.has(small)) return small;
		const titled = [...lost].find(([, was]) => was === title)?.[0];
		if (titled !== undefined) return titled;
		if (id !== undefined) return nearest(id, lost.keys());
		return (
			nearest(idFrom(title), lost.keys()) ?? (lost.size === 1 ? [...lost.keys()][0] : undefined)
		);
	}
}

const comment = (id: string): string => `{/* #${id} */}`;

/** An id made from a heading's words. */
const suggestion = (title: string): string => idFrom(title).split('-').slice(0, 5).join('-');
