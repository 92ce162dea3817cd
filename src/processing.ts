import { z } from 'zod';
import { formIds } from './forms/addresses.ts';

/** The clause of the privacy policy that a statement rests on, with words that it holds. */
const rests = z.strictObject({ clause: z.string(), quote: z.string().min(20) });

/** Everything that asks for something: the forms for messages, and the one for notices of changes. */
export const asking = [...formIds, 'notices'] as const;

/** Some fields of a form, why they are asked for, and what the policy says of it. */
const purpose = z.strictObject({
	fields: z.array(z.string()).min(1),
	why: z.string().min(1),
	rests,
});

/** Somebody who receives what was sent. */
const recipient = z.strictObject({
	who: z.string().min(1),
	/** The function's variables that hold the addresses. */
	variables: z.array(z.string()),
	/** The packages by which the function reaches them. */
	packages: z.array(z.string()),
	rests,
});

/** Something that is kept, and for how long at most. */
const period = z.strictObject({
	/** What the code calls the period. */
	id: z.enum(['undelivered', 'answerable', 'slots', 'notes']),
	what: z.string().min(1),
	days: z.int().min(1),
	rests,
});

/** Something that somebody else keeps for us, until something happens. */
const keptElsewhere = z.strictObject({
	what: z.string().min(1),
	where: z.string().min(1),
	until: z.string().min(1),
	rests,
});

const register = z.strictObject({
	forms: z.record(z.enum(asking), z.array(purpose).min(1)),
	recipients: z.array(recipient).min(1),
	periods: z.array(period).min(1),
	elsewhere: z.array(keptElsewhere),
	/** What the site leaves in a browser, by name. */
	stored: z.array(z.string()),
});

const toReply = {
	clause: 'uses',
	quote: 'supply the information, products and services that you ask for',
};
const received = {
	clause: 'storage',
	quote: 'Once we have received your information, we use strict procedures and security features',
};
const byEmail = {
	clause: 'changes',
	quote: 'Where appropriate, we will also notify you of them by e-mail',
};
const noLonger = {
	clause: 'retention',
	quote: 'we keep your personal information no longer than we need it for its purposes',
};

/** What the site collects, why, who receives it and for how long it is kept. Throws a ZodError where it is not whole. */
export const processing = register.parse({
	forms: {
		contact: [
			{
				fields: ['name', 'email', 'phone', 'company', 'topic', 'message'],
				why: 'To read your message and reply to you:',
				rests: toReply,
			},
			{
				fields: ['copy-to-me'],
				why: 'To e-mail you your reference number if you want it:',
				rests: toReply,
			},
			{
				fields: ['marketing-electronic', 'no-marketing-post-phone', 'no-third-parties'],
				why: 'To keep to what you choose about marketing:',
				rests: {
					clause: 'rights',
					quote:
						'You can exercise this right by using the boxes on the forms that collect your information',
				},
			},
		],
		'your-data': [
			{
				fields: ['topic', 'name', 'email', 'account', 'message'],
				why: 'To find what we hold about you, do what you ask and write to you about it:',
				rests: {
					clause: 'contact',
					quote: 'We welcome your questions, comments and requests about this policy',
				},
			},
		],
		notices: [
			{
				fields: ['email'],
				why: 'To tell you when a policy you chose changes:',
				rests: byEmail,
			},
		],
	},
	recipients: [
		{
			who: 'our team (by e-mail)',
			variables: [
				'ENQUIRIES_TO',
				'ENQUIRIES_TO_SALES',
				'ENQUIRIES_TO_BUSINESS',
				'ENQUIRIES_TO_SUPPORT',
				'ENQUIRIES_TO_PRIVACY',
				'ENQUIRIES_TO_OTHER',
				'ENQUIRIES_TO_YOUR_DATA',
				'ENQUIRIES_FALLBACK_TO',
				'ENQUIRIES_OPERATOR_TO',
			],
			packages: [],
			rests: received,
		},
		{
			who: 'the company that carries our e-mail',
			variables: [],
			packages: ['resend'],
			rests: received,
		},
		{
			who: 'the company that hosts this website',
			variables: [],
			packages: ['@netlify/blobs'],
			rests: received,
		},
	],
	periods: [
		{
			id: 'undelivered',
			what: 'What you send us, until it’s with our team',
			days: 30,
			rests: noLonger,
		},
		{
			id: 'answerable',
			what: 'Your reference number and which boxes were ticked, without your name or your words',
			days: 3,
			rests: noLonger,
		},
		{
			id: 'slots',
			what: 'Codes made from e-mail and network addresses and texts, which count messages and can’t be read back',
			days: 2,
			rests: noLonger,
		},
		{
			id: 'notes',
			what: 'Notes of which reference numbers were sent while our store was out of reach',
			days: 30,
			rests: noLonger,
		},
	],
	elsewhere: [
		{
			what: 'Your address, if you asked to hear when our policies change',
			where: 'with the company that carries our e-mail',
			until: 'until you stop these e-mails',
			rests: byEmail,
		},
	],
	stored: [],
});
