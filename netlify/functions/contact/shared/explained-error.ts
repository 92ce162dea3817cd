/** An error whose message says in words what to do about it, and nothing that a visitor sent: it may stand in a log. */
export class ExplainedError extends Error {
	override readonly name: string = 'ExplainedError';
}
