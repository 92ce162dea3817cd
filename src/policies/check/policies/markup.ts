import type { Id } from '../../messages/messages.ts';
import type { Problem } from '../../problem.ts';

/** What the parser of policies says, by the message that explains it. */
const sayings: readonly (readonly [RegExp, Id])[] = [
	[/^Text stands under/, 'text-first'],
	[/^A policy (?:is Markdown|holds words, not components)/, 'html'],
	[/^(?:A policy has no block of code|Four blanks)/, 'code'],
	[/ does not follow the line before|^This item is printed with/, 'list-order'],
	[/^A policy has no boxes/, 'list-box'],
	[/^A heading stands by itself/, 'heading-inside'],
	[/^The footnote /, 'note-unwritten'],
	[/ is used nowhere/, 'name-unused'],
	[/ is written twice/, 'name-twice'],
	[/ has no title/, 'link-title'],
	[/^Write the id at the end/, 'anchor-alone'],
];

/** What the parser says that the rules of the check say with more knowledge. */
const saidBetter =
	/^(?:Give the clause an id|The id #|A heading has one id|Headings of a policy|The first heading|A heading is one level|The row has|No address is given|Say in the brackets|There is no picture|In a policy [<{])/;

/** The mistakes that the parser found, with the names of their messages, and what to do apart from what is wrong. */
export const ofParser = (problems: readonly Problem[]): Problem[] =>
	problems.filter(({ message }) => !saidBetter.test(message)).map(named);

function named(problem: Problem): Problem {
	const { message } = problem;
	const id = sayings.find(([pattern]) => pattern.test(message))?.[1] ?? 'markup-other';
	const [, says, cure] = /^(.+?)[.:] ([\s\S]+)$/.exec(message) ?? [];
	if (says === undefined || cure === undefined)
		return { ...problem, id, cure: 'Write it another way.' };
	return { ...problem, id, message: `${says}.`, cure: `${cure[0]?.toUpperCase()}${cure.slice(1)}` };
}
