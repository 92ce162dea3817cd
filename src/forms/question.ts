import { controls } from './controls.ts';

/** The check that tells people from automated spam: its words, each once. */
export const question = {
	answer: controls.answer,
	token: controls.token,
	legend: 'One question before we send your message',
	reason: 'This helps us stop automated spam.',
	withoutScript: 'When you choose Send, we’ll ask you one small sum.',
	changed: 'Here’s a different question. What you’ve typed is still in the form.',
} as const;

/** For how many hours a question may be answered. An older one is asked anew. */
export const questionHours = 12;

/** The types of question, and the words of each. */
export const questionWords = {
	sum: {
		example: 'Work out the sum and type the answer. For 1 + 3, type 4.',
		required: 'Enter the answer to the sum',
		wrong: 'That wasn’t the answer, so here’s a new sum',
		keyboard: 'numeric',
	},
	word: {
		example: 'Type or copy the word. Capital letters don’t matter.',
		required: 'Enter the word',
		wrong: 'That wasn’t the word, so here’s a new one',
		keyboard: 'text',
	},
} as const;
export type QuestionType = keyof typeof questionWords;

/**
 * The states in which a script may show the question besides the question itself, each with its words and where they
 * stand: in the place of the sum, or below the box that offers the browser's work.
 */
export const states = {
	idle: { at: 'sum', words: 'Your sum will appear here.' },
	loading: { at: 'sum', words: 'Getting your sum…' },
	offline: { at: 'sum', words: 'You seem to be offline. Your sum will appear when you’re back.' },
	refused: {
		at: 'sum',
		words: 'We can’t show the sum just now. Choose Send, and we’ll ask you on the next page.',
	},
	working: { at: 'work', words: 'Your browser is working. This takes a few seconds.' },
	worked: {
		at: 'work',
		words: 'Your browser has finished. You can leave the question empty and choose Send.',
	},
	failed: {
		at: 'work',
		words: 'Your browser couldn’t do the work. Answer the question, or try a different one.',
	},
} as const;
export type State = keyof typeof states;

/** The words of the states that stand in a place, as `data-<state>` attributes of its element, for the script to show. */
export const wordsAt = (place: (typeof states)[State]['at']): Record<string, string> =>
	Object.fromEntries(
		Object.entries(states)
			.filter(([state, { at }]) => at === place && state !== 'idle')
			.map(([state, { words }]) => [`data-${state}`, words]),
	);

/** The ways past a question that somebody cannot or will not answer. */
export const ways = {
	legend: 'Can’t answer this? Try another way',
	/** Said after several wrong answers, when these ways stand before the question. */
	first: 'Is this question giving you trouble? Try another way',
	other: { ...controls.other, label: 'Try a different question' },
	instead: {
		name: controls.instead,
		label: 'Let my browser do some work instead (it takes a few seconds)',
	},
	work: controls.work,
	phone: 'ring us',
	/** Messages beside the question. */
	unfinished: 'Answer the question, or try a different one: your browser hasn’t finished its work',
	both: 'Answer the question, or try a different one: your browser has done its work, but we need an answer too',
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
