import type { Issuer } from './captcha/challenge.ts';
import type { RequestContext } from './routes/request-context.ts';
import { readSigning, type Signing } from './shared/signing.ts';

let signing: Signing | undefined;

interface Options extends Pick<RequestContext, 'loadDeferred'> {
	readonly variables: NodeJS.ProcessEnv;
	readonly deployContext: string;
}

/**
 * Opens what signs challenges and receipts. Only the signing variables are read, so that a first challenge does not
 * wait until the whole environment has been checked; when they are not fit, the whole environment is read to say why.
 * Throws an EnvironmentError that names every variable to mend.
 */
export async function openIssuer(options: Options): Promise<Issuer> {
	const { variables, deployContext, loadDeferred } = options;
	signing ??= readSigning(variables) ?? (await (await loadDeferred()).readEnvironment(variables));
	const { keys, attack } = signing;
	return { keys, attack, context: deployContext, now: () => Date.now() };
}
