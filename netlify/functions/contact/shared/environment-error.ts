/** The environment lacks something or is wrong. The message lists every such variable by name, never by value. */
export class EnvironmentError extends Error {
	override readonly name = 'EnvironmentError';
}
