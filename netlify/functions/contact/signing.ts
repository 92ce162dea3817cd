import { key, type Keys, shortestSecret } from './keys.ts';

/** What questions are signed with, and how much they ask. */
export interface Signing {
	readonly keys: Keys;
	/** Whether every enquiry has to prove more, because of an attack. */
	readonly attack: boolean;
}

type Variables = Record<string, string | undefined>;

const isSecret = (text: string | undefined): text is string =>
	text !== undefined && text.length >= shortestSecret;

/** The part of the environment that a question needs, or undefined when the whole of it must tell what is wrong. */
export function readSigning(variables: Variables): Signing | undefined {
	const { CHALLENGE_KEY: current, CHALLENGE_KEY_PREVIOUS: previous } = variables;
	if (!isSecret(current) || (previous && !isSecret(previous))) return undefined;
	return {
		keys: { current: key(current), ...(previous && { previous: key(previous) }) },
		attack: variables.CHALLENGE_MODE === 'attack',
	};
}
