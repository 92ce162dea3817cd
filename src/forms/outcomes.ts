/** Why a form comes back with a question although nothing in it is wrong. */
export const reasons = {
	unasked: 'We could not ask you the question on the page itself, so here it is.',
	expired: 'The question you answered is more than 12 hours old, so here is a new one.',
	unknown: 'We do not recognise the question you answered, so here is a new one.',
	used: 'The question you answered has already been used for another message, so here is a new one.',
	elsewhere: 'Your message reached us by way of another site. Check it, then answer the question.',
	trap: 'A field that stays empty was filled in. Some browsers do that by themselves. Check your message, then choose Send: your answer is still there.',
	fast: 'Your form reached us within a few seconds, so we show it to you once more. If it is as you want it, choose Send: your answer is still there.',
	second:
		'Your answer was right. There is a lot of automated spam just now, so we have one more question.',
} as const;
export type Reason = keyof typeof reasons;

/** What a visitor reads when a request is not a form that can be read. */
export const refusals = {
	missing: {
		status: 404,
		title: 'We cannot find that page',
		words:
			'The address may be mistyped or shortened. If you followed a receipt, use the whole link.',
	},
	method: {
		status: 405,
		title: 'This address works another way',
		words: 'It takes what the contact form sends. Go to the form to write to us.',
	},
	large: {
		status: 413,
		title: 'Your message is too large to send',
		words: 'Go back and shorten it to 5,000 characters, or ring us.',
	},
	type: {
		status: 415,
		title: 'We could not read what was sent',
		words:
			'This address takes what the contact form sends, and nothing else. Go to the form to write to us.',
	},
	broken: {
		status: 500,
		title: 'Something went wrong at our end',
		words: 'Your message was not sent. Go back and send it again, or ring us.',
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
		words: 'Your message has not been sent yet. Answer the question and choose Send.',
	},
	unavailable: {
		status: 503,
		title: 'We could not send your message',
		words:
			'Nothing is lost: your text is still in the form below. Try again in a few minutes, or reach us another way.',
	},
} as const;

/** What stands beside a telephone line when it is known. */
export const openings = { open: 'Open now', closed: 'Closed now' } as const;

/** The heading of the list of problems above a form. */
export const problemsTitle = 'There is a problem';
