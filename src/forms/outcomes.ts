import { questionHours } from './question.ts';

/** Why a form comes back with a question although nothing in it is wrong. */
export const reasons = {
	unasked: 'We couldn’t ask you this on the last page. Answer the question, then choose Send.',
	expired: `Your question was more than ${questionHours} hours old, so here’s a new one. Answer it, then choose Send.`,
	unknown:
		'We don’t recognise the question you answered, so here’s a new one. Answer it, then choose Send.',
	used: 'The question you answered belongs to another message, so here’s a new one. Answer it, then choose Send.',
	elsewhere:
		'It reached us through another website. Check that it says what you want, answer the question, then choose Send.',
	trap: 'A field that should stay empty was filled in. Some browsers do that by themselves, so please check your message and choose Send.',
	fast: 'That was very quick, so please check it and choose Send.',
	reworded:
		'We’ve changed the words beside the marketing boxes since you opened the page. Look at the boxes again, then choose Send.',
	'reworded-unanswered':
		'We’ve changed the words beside the marketing boxes since you opened the page. Look at the boxes again, answer the question, then choose Send.',
	second:
		'Your answer was right. There’s a lot of automated spam just now, so please answer one more question, then choose Send.',
} as const;
export type Reason = keyof typeof reasons;

/** What a visitor reads when a request is not a form that can be read. */
export const refusals = {
	missing: {
		status: 404,
		title: 'We can’t find that page',
		words:
			'The address may be mistyped or cut short. If you followed a link to a receipt, use the whole link.',
	},
	method: {
		status: 405,
		title: 'There’s nothing to read at this address',
		words: 'It only takes what our form sends. To write to us, go to the form.',
	},
	large: {
		status: 413,
		title: 'Your message is too long to send',
		words: 'Go back and shorten it to 5,000 characters, or ring us.',
	},
	type: {
		status: 415,
		title: 'We couldn’t read what was sent',
		words: 'This address only takes what our form sends. To write to us, go to the form.',
	},
	broken: {
		status: 500,
		title: 'Something went wrong at our end',
		words: 'Sorry, your message has not been sent. Go back and send it again, or ring us.',
	},
} as const;
export type Refusal = keyof typeof refusals;

/** Titles and words of the pages that hold the form again. */
export const returned = {
	invalid: { status: 422, prefix: 'Error: ' },
	asked: { status: 200 },
	step: {
		status: 200,
		title: 'One more step',
		words: 'Your message has not been sent yet.',
		below: 'Your message',
		change: 'You can still change anything here.',
	},
	unavailable: {
		status: 503,
		title: 'We couldn’t send your message',
		words:
			'Sorry about that. Nothing is lost: your text is still in the form below. Please ring us, or try again in a few minutes.',
		mail: 'Or e-mail us yourself. This link opens your own mail program with your message in it:',
		only: 'That’s the only e-mail address we publish, whatever your message is about.',
	},
} as const;

/** What stands beside a telephone line when it is known: the day is `today`, `tomorrow` or the name of one. */
export const openings = {
	open: 'Open now',
	opens: (day: string, time: string): string => `Opens ${day} at ${time}`,
} as const;

/** The heading of the list of problems above a form. */
export const problemsTitle = 'There’s a problem';
