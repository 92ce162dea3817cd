import { join } from 'node:path';
import { readEnvironment } from '#contact/environment.ts';
import { resendMailer } from '#contact/delivery/provider/mailer.ts';
import type { DeliveryServices } from '#contact/delivery/services.ts';
import { type Environment, hasMailProvider, prepareEnvironment } from '../local/environment.ts';
import type { Session } from './session.ts';

/** The variables with what a local run makes for itself; none when they name no provider. */
function localVariables(variables: Environment, directory: string): Environment | undefined {
	if (!hasMailProvider(variables)) return undefined;
	const completed = { ...variables };
	const keyFile = join(directory, 'challenge-key');
	prepareEnvironment(completed, { storeUrl: '', storeToken: '', mailApiUrl: '', keyFile });
	return completed;
}

/**
 * What delivering needs, when the environment names a mail provider; for the local store it must name both key and
 * address. Throws an EnvironmentError when the rest of the environment is not fit for it.
 */
export function openDeliveryServices({
	location,
	variables,
	now,
}: Session): DeliveryServices | undefined {
	const { directory, store } = location;
	if (directory === undefined && !variables.RESEND_API_KEY) return undefined;
	const complete = directory === undefined ? variables : localVariables(variables, directory);
	if (!complete) return undefined;
	const { resend, secrets, ...rest } = readEnvironment(complete);
	return {
		...rest,
		store,
		mailer: resendMailer(resend),
		confirms: secrets.webhook !== undefined,
		now,
		random: Math.random,
	};
}
