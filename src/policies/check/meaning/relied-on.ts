import { plain } from '../../text/document.ts';
import type { Problem } from '../../problem.ts';
import type { Readable } from '../clauses/ruled.ts';
import type { Site } from '../files/site.ts';
import { problem } from '../source/report.ts';
import { position, type Source, type Span } from '../source/source.ts';

/** The register of what is collected, whose statements rest on words of the privacy policy. */
export const register = 'src/processing.ts';

/** A clause of the privacy policy that something outside it relies on, and the words that it must hold; any, if none. */
interface Reliance {
	readonly file: Source;
	readonly span: Span;
	readonly id: string;
	readonly quote: string;
}

const inRegister = /\bclause:\s*'([^']+)',\s*quote:\s*'([^']+)'/g;
const onPages = /<InForce\s+clause="([^"]+)"/g;

function reliances({ texts }: Site): Reliance[] {
	const found = (file: Source, pattern: RegExp): Reliance[] =>
		[...file.text.matchAll(pattern)].map(({ 0: all, 1: id = '', 2: quote = '', index }) => ({
			file,
			span: [index, index + all.length],
			id,
			quote,
		}));
	return [...texts.values()].flatMap((file) => {
		if (file.path === register) return found(file, inRegister);
		return file.path.startsWith('src/content/pages/') ? found(file, onPages) : [];
	});
}

/** The versions that readers are shown from a day (ISO) on: the one in force, and those that are announced for later. */
function shown(versions: readonly Readable[], today: string): Readable[] {
	const announced = versions.filter(({ version }) => version.announced !== undefined);
	const inForce = announced.findLast(({ version }) => version.date <= today);
	return announced.filter((one) => one === inForce || one.version.date > today);
}

function holds({ version }: Readable, { id, quote }: Reliance): boolean {
	const clause = version.document.find((one) => one.id === id);
	return (
		clause?.blocks
			.map(({ runs }) => plain(runs))
			.join('\n')
			.includes(quote) ?? false
	);
}

/**
 * Clauses of the privacy policy that a page quotes or the register rests on, and that a version does not hold: told where
 * it can still be changed.
 */
export const relianceMistakes = (
	site: Site,
	versions: readonly Readable[],
	today: string,
): Problem[] =>
	shown(versions, today).flatMap((one) =>
		reliances(site)
			.filter((reliance) => !holds(one, reliance))
			.map(({ file, span, id, quote }) => {
				const head = one.heads.find(({ ids: [first] }) => first?.id === id);
				const place = one.frozen
					? ([file, span] as const)
					: ([one.file, head?.span ?? one.front.key(['kind'])] as const);
				return problem(place, 'clause-relied-on', {
					id,
					date: one.version.date,
					where: `${file.path}:${position(file, span[0]).line}`,
					words: quote === '' ? 'the clause' : `the words “${quote}”`,
				});
			}),
	);
