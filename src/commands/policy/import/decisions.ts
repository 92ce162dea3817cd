/** What the import cannot know, as sentences for the person who ran it, each once and in order. */
export class Decisions {
	readonly #found = new Set<string>();

	add(sentence: string): void {
		this.#found.add(sentence);
	}

	get all(): readonly string[] {
		return [...this.#found];
	}
}
