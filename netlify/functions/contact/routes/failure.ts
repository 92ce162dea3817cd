import type { Answer, RequestContext } from './request-context.ts';
import { EnvironmentError } from '../shared/environment-error.ts';
import { ExplainedError } from '../shared/explained-error.ts';
import { refusalPage } from '../responses/pages.ts';

/** Why a request failed, without anything that a visitor sent. */
const cause = (error: unknown): string =>
	error instanceof ExplainedError
		? error.message
		: error instanceof Error
			? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}`
			: 'thrown';

/** The answer to a request that failed by an error. */
export const failure = (error: unknown, { buildData }: RequestContext): Answer => ({
	response: refusalPage(buildData, 'broken'),
	outcome: error instanceof EnvironmentError ? 'misconfigured' : 'broken',
	detail: cause(error),
});
