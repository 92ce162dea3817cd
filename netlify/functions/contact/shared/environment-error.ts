import { ExplainedError } from './explained-error.ts';

/** The environment lacks something or is wrong. The message lists every such variable by name, never by value. */
export class EnvironmentError extends ExplainedError {
	override readonly name = 'EnvironmentError';
}
