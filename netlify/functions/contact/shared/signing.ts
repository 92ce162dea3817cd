import { key, type Keys, shortestSecret } from './keys.ts';

/** What questions are signed with, and how much they ask. */
export interface Signing {
	readonly keys: Keys;
	/** Whether every enquiry has to prove more, because of an attack. */
	readonly attack: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

const isSecret = (text: string | undefined): text is string =>
	text !== undefined && text.length >= shortestSecret;

interface Settings {
	readonly CHALLENGE_KEY: string;
	readonly CHALLENGE_KEY_PREVIOUS?: string | undefined;
	readonly CHALLENGE_MODE?: string | undefined;
}

/** What is signed with, from variables whose rules hold. */
export const signingOf = ({
	CHALLENGE_KEY: current,
	CHALLENGE_KEY_PREVIOUS: previous,
	CHALLENGE_MODE: mode,
}: Settings): Signing => ({
	keys: { current: key(current), ...(previous && { previous: key(previous) }) },
	attack: mode === 'attack',
});

/** The part of the environment that a question needs, or undefined when the whole of it must tell what is wrong. */
export function readSigning(variables: Variables): Signing | undefined {
	const { CHALLENGE_KEY, CHALLENGE_KEY_PREVIOUS: previous } = variables;
	if (!isSecret(CHALLENGE_KEY) || (previous && !isSecret(previous))) return undefined;
	return signingOf({ ...variables, CHALLENGE_KEY });
}
