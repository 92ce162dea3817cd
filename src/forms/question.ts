/** The question that tells people from automated spam: its words, each once. */
export const question = {
	/** Names of the two controls. */
	answer: 'answer',
	token: 'token',
	legend: 'One question before you send',
	reason: 'It tells people from automated spam.',
	example: 'Work out the sum and enter the result. For 1 + 3, enter 4.',
	/** Stand where the sum will: for eyes, and for a screen reader. */
	pending: 'The sum appears here.',
	unasked: 'Answer to the sum',
	unavailable:
		'The sum could not be loaded. Send the form all the same: we will ask it on the next page.',
	withoutScript: 'After you choose Send, we ask you one small sum.',
	required: 'Enter the answer to the sum',
	wrong: 'That was not the answer. Here is a new sum',
} as const;

/** A question as the browser receives it from the challenge address. */
export interface Asked {
	readonly token: string;
	/** As it is shown, such as `2 + 17 =`. */
	readonly shown: string;
	/** The same in words, such as `What is two plus seventeen?`, because some screen readers skip the operator. */
	readonly spoken: string;
}
