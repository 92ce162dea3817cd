/** The check that tells people from automated spam: its words, each once. */
export const question = {
	/** Names of the controls. */
	answer: 'answer',
	token: 'token',
	legend: 'One question before you send',
	reason: 'It tells people from automated spam.',
	/** Stand where the sum will: for eyes, and for a screen reader. */
	pending: 'The sum appears here.',
	unasked: 'Answer to the sum',
	unavailable:
		'The sum could not be loaded. Send the form all the same: we will ask it on the next page.',
	withoutScript: 'After you choose Send, we ask you one small sum.',
	changed: 'Here is a different check. What you typed is still in the form.',
} as const;

/** The kinds of question, and what is said of each. */
export const kinds = {
	sum: {
		example: 'Work out the sum and enter the result. For 1 + 3, enter 4.',
		required: 'Enter the answer to the sum',
		wrong: 'That was not the answer. Here is a new sum',
		keyboard: 'numeric',
	},
	word: {
		example: 'Type or copy the word. Capital letters do not matter.',
		required: 'Enter the word',
		wrong: 'That was not the word. Here is a new one',
		keyboard: 'text',
	},
} as const;
export type Kind = keyof typeof kinds;

/** The ways past a question that somebody cannot or will not answer. */
export const ways = {
	legend: 'Rather not answer it? Choose another way',
	/** Said after several wrong answers, when these ways stand before the question. */
	first: 'This question may not suit you. Choose another way',
	/** A button that sends the form for a question of another kind. */
	other: { name: 'do', value: 'other', label: 'Use a different check' },
	/** A box that offers the browser's work in the place of an answer. */
	instead: {
		name: 'instead',
		label: 'Let my browser do some work instead. It takes a few seconds.',
	},
	work: 'work',
	phone: 'ring us',
	working: 'Your browser is working. This takes a few seconds.',
	worked: 'Your browser has done its work. Leave the question empty and choose Send.',
	failed: 'Your browser could not do the work. Answer the question or use a different check.',
	/** Messages beside the question. */
	unfinished: 'Your browser has not done its work. Answer the question or use a different check',
	both: 'Your browser has done its work. Answer the question as well, or use a different check',
} as const;

/**
 * A field that only software fills in. No browser or password manager fills in a subject by itself, and software that
 * writes spam knows the name well.
 */
export const trap = { name: 'subject', label: 'Leave this empty' } as const;

/** A question as the browser receives it from the challenge address. */
export interface Asked {
	readonly token: string;
	/** As it is shown, such as `2 + 17 =`. */
	readonly shown: string;
	/** The same in words, such as `What is two plus seventeen?`, because some screen readers skip the operator. */
	readonly spoken: string;
}
