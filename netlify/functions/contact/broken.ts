import type { Answered, Surroundings } from './around.ts';
import { EnvironmentError } from './environment-error.ts';
import { refusalPage } from './pages.ts';

/** Why a request failed, without anything that a visitor sent. */
const cause = (error: unknown): string =>
	error instanceof EnvironmentError
		? error.message
		: error instanceof Error
			? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}`
			: 'thrown';

/** The answer to a request that failed by an error. */
export const broken = (error: unknown, { built }: Surroundings): Answered => ({
	response: refusalPage(built, 'broken'),
	outcome: error instanceof EnvironmentError ? 'misconfigured' : 'broken',
	detail: cause(error),
});
