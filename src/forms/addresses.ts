/** Where each form stands and where it goes, by its id, which also stands in records, tokens, receipts and mails. */
export const formAddresses = {
	contact: {
		page: '/contact/',
		action: '/contact/send',
		challenge: '/contact/challenge',
		sent: '/contact/sent',
	},
	'your-data': {
		page: '/your-data/',
		action: '/your-data/send',
		challenge: '/your-data/challenge',
		sent: '/your-data/sent',
	},
} as const;

export type FormId = keyof typeof formAddresses;
export const formIds = Object.keys(formAddresses) as FormId[];

/** Where the form for notices of changes stands and goes. The mailed link leads to `confirm`, with the sealed request in `token`. */
export const noticeAddresses = {
	page: '/notices/',
	action: '/notices/ask',
	confirm: '/notices/confirm',
} as const;
