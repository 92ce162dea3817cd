/** What the page says that checks a text against the published versions. */
export const checking = {
	label: 'The plain text of a version, or a fingerprint',
	hint: 'Paste all of it. It’s checked in your browser, and isn’t sent anywhere.',
	button: 'Check it',
	withoutScript:
		'Checking a text here needs JavaScript. Without it, the two commands below do the same.',
	empty: 'Paste a text or a fingerprint first.',
	same: (version: string): string => `Word for word: ${version}.`,
	fingerprint: (version: string): string => `That’s the fingerprint of: ${version}.`,
	unknown:
		'That isn’t a version we’ve published. Check that you’ve pasted all of the plain text, and nothing else.',
	unable: 'Your browser can’t work out fingerprints here. The two commands below can.',
} as const;
