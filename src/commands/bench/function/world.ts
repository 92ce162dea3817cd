import { issueChallenge } from '#contact/captcha/challenge.ts';
import { key } from '#contact/shared/keys.ts';
import { contact } from '#src/forms/contact.ts';
import { question } from '#src/forms/question.ts';
import { deployContext, formType, origin } from './outside.ts';

/** The function's environment, with budgets that are never spent. */
export const variables = {
	CHALLENGE_KEY: 'a key for measuring, longer than thirty-two characters',
	RESEND_API_KEY: 're_measured',
	ENQUIRIES_FROM: 'Site <site@example.com>',
	ENQUIRIES_TO: 'team@example.com',
	ENQUIRIES_PER_HOUR: '1000000000',
	ENQUIRIES_PER_NETWORK_AND_HOUR: '1000000000',
} as const;

const keys = { current: key(variables.CHALLENGE_KEY) };
const person = {
	name: 'Ada Lovelace',
	email: 'ada@example.org',
	topic: 'sales',
	message: 'Please ring me about a line for my office.',
};

/** The body of a form that was filled in for a minute and proved with a right answer; each lets one message through. */
export function solvedForm(): string {
	const issuer = { keys, context: deployContext, now: () => Date.now() - 60_000 };
	const { token, shown } = issueChallenge(issuer);
	const [a = 0, b = 0] = shown.match(/\d+/g)?.map(Number) ?? [];
	return new URLSearchParams({ ...person, token, [question.answer]: String(a + b) }).toString();
}

/** A visitor who asks for a question. */
export const challengeRequest = (): Request => new Request(`${origin}${contact.challenge}`);

/** A visitor who sends a form. */
export const submission = (body: string): Request =>
	new Request(`${origin}${contact.action}`, {
		method: 'POST',
		body,
		headers: { 'content-type': formType },
	});
