import type { Problem } from '../../problem.ts';

/** The mistakes that the parser found, with what to do apart from what is wrong, without what the check says better. */
export const ofParser = (problems: readonly Problem[]): Problem[] =>
	problems.filter(({ id }) => id !== 'checked').map(withCure);

/** What follows the first colon or full stop of a message is its cure. */
function withCure(problem: Problem): Problem {
	const [, says, cure] = /^(.+?)[.:] ([\s\S]+)$/.exec(problem.message) ?? [];
	if (says === undefined || cure === undefined)
		return { ...problem, cure: 'Write it another way.' };
	return { ...problem, message: `${says}.`, cure: `${cure[0]?.toUpperCase()}${cure.slice(1)}` };
}
