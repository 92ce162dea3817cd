/** What the button says, and what is said beside it while a form is on its way or when it could not go. */
export const sending = {
	send: 'Send',
	busy: 'Sending…',
	under: 'Sending your message.',
	away: 'You seem to be offline. Your text is still here, so choose Send when you’re back.',
	unreachable:
		'We couldn’t reach our server. Your text is still here, so choose Send to try again.',
} as const;

/** How many characters a text may still have, or has too many when negative. */
export function charactersLeft(left: number): string {
	const count = Math.abs(left);
	const characters = count === 1 ? 'character' : 'characters';
	if (left < 0) return `That’s ${count} ${characters} too many.`;
	return `You have ${count === 0 ? 'no' : count} ${characters} left.`;
}
