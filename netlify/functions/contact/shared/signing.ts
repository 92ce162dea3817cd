import { key, type Keys, shortestSecret } from './keys.ts';

/** The keys that challenges and receipts are signed with, and whether an attack is on. */
export interface Signing {
	readonly keys: Keys;
	/** Whether every enquiry must prove more, because of an attack. */
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

/** Makes the signing keys from variables that are known to be valid. */
export const signingOf = ({
	CHALLENGE_KEY: current,
	CHALLENGE_KEY_PREVIOUS: previous,
	CHALLENGE_MODE: mode,
}: Settings): Signing => ({
	keys: { current: key(current), ...(previous && { previous: key(previous) }) },
	attack: mode === 'attack',
});

/** Reads the part of the environment that a challenge needs. Returns undefined when it is not valid; reading the whole environment then says why. */
export function readSigning(variables: Variables): Signing | undefined {
	const { CHALLENGE_KEY, CHALLENGE_KEY_PREVIOUS: previous } = variables;
	if (!isSecret(CHALLENGE_KEY) || (previous && !isSecret(previous))) return undefined;
	return signingOf({ ...variables, CHALLENGE_KEY });
}
