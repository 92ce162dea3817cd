import type { Surroundings } from './around.ts';
import type { Issuer } from './challenge.ts';
import { readSigning, type Signing } from './signing.ts';

let signing: Signing | undefined;

/** Where the environment and the deploy context are found. */
interface Opening extends Pick<Surroundings, 'backOffice'> {
	readonly variables: NodeJS.ProcessEnv;
	readonly context: string;
}

/**
 * Opens what signs questions, so that a first question does not wait until all of the environment is checked. Throws
 * an EnvironmentError that names everything to mend when the keys are not fit.
 */
export function openIssuer({ variables, context, backOffice }: Opening): Issuer | Promise<Issuer> {
	signing ??= readSigning(variables);
	const issuer = ({ keys, attack }: Signing): Issuer => {
		return { keys, attack, context, now: () => Date.now() };
	};
	if (signing) return issuer(signing);
	return backOffice().then(({ readEnvironment }) => issuer(readEnvironment(variables)));
}
