/** A history that cannot be imported as it was asked for. */
export class ImportError extends Error {
	override readonly name = 'ImportError';
}
