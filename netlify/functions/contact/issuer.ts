import type { Issuer } from './challenge.ts';
import { readSigning, type Signing } from './signing.ts';

let signing: Signing | undefined;

/**
 * Opens what signs questions, so that a first question does not wait until all of the environment is checked. Throws
 * an EnvironmentError that names everything to mend when the keys are not fit.
 */
export async function openIssuer(variables: NodeJS.ProcessEnv, context: string): Promise<Issuer> {
	signing ??= readSigning(variables);
	const { keys, attack } = signing ?? (await import('./env.ts')).readEnvironment(variables);
	return { keys, attack, context, now: () => Date.now() };
}
