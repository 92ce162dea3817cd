/** Names of the controls with which a question is answered or got round, and the value of the one that is a button. */
export const controls = {
	answer: 'answer',
	token: 'token',
	work: 'work',
	/** A box that offers the browser's work in the place of an answer. */
	instead: 'instead',
	/** A button that sends the form for a question of another kind. */
	other: { name: 'do', value: 'other' },
} as const;
