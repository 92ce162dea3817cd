import type { Decisions } from '../decisions.ts';
import { elementsBy, unescaped, valIn } from './xml.ts';

/** Tells what stands in a Word file and does not come over, or comes over otherwise than it is seen there. */
export function tellLeftOut(
	text: (part: string) => string,
	names: readonly string[],
	decisions: Decisions,
): void {
	const document = text('word/document.xml');
	if (/<w:(?:ins|del|moveFrom|moveTo) /.test(document))
		decisions.add(
			'The file has changes that nobody accepted or rejected yet: what they put in was read, and what they take out was not.',
		);
	const contents = [...elementsBy(text('word/styles.xml'), 'style', 'styleId')].filter(([, look]) =>
		/^toc \d$/i.test(valIn(look, 'name') ?? ''),
	);
	if (contents.some(([id]) => document.includes(`<w:pStyle w:val="${id}"/>`)))
		decisions.add('The table of contents was left out: the site makes its own.');
	const comments = elementsBy(text('word/comments.xml'), 'comment', 'id');
	for (const comment of comments.values())
		decisions.add(`A comment was left out: “${shortened(wordsOf(comment))}”.`);
	for (const name of names) {
		const kind = /^word\/(header|footer)\d*\.xml$/.exec(name)?.[1];
		const words = kind ? wordsOf(text(name)) : '';
		if (/\p{L}/u.test(words))
			decisions.add(
				`The ${kind} of the pages was left out: “${shortened(words)}”. Write what readers must see into the words.`,
			);
	}
	const hidden = [
		...document.matchAll(/<w:r\b(?:(?!<\/w:r>)[\s\S])*<w:vanish\/>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/g),
	];
	const words = wordsOf(hidden.map(([run]) => run).join(''));
	if (words)
		decisions.add(
			`Words that the file hides were read: “${shortened(words)}”. Take them out where readers should not see them.`,
		);
}

const wordsOf = (xml: string): string =>
	unescaped(
		xml
			.replace(/<w:instrText\b[\s\S]*?<\/w:instrText>/g, '')
			.replace(/<\/w:p>|<w:tab\/>|<w:br\/>/g, ' ')
			.replace(/<[^>]*>/g, ''),
	)
		.replace(/\s+/g, ' ')
		.trim();

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);
