import { keptSecret } from './kept-secret.ts';
import { sendingKey } from './provider/api.ts';
import { localNotices } from './provider/notice-settings.ts';

/** The variables of a process, such as `process.env`. */
export type Environment = Record<string, string | undefined>;

/** Where the local parts answer, and what it takes to be let in. */
export interface Parts {
	readonly storeUrl: string;
	readonly storeToken: string;
	readonly mailApiUrl: string;
	readonly keyFile: string;
}

/**
 * Whether the caller brought a mail provider; one half of it is not enough to send mail to real
 * people.
 */
export function hasMailProvider({ RESEND_API_KEY, RESEND_BASE_URL }: Environment): boolean {
	return Boolean(RESEND_API_KEY && RESEND_BASE_URL);
}

/** Sets what the function needs and the caller did not set, and returns the way to undo it. */
export function prepareEnvironment(env: Environment, parts: Parts): () => void {
	const before = new Map<string, string | undefined>();
	const set = (name: string, value: string) => {
		before.set(name, env[name]);
		env[name] = value;
	};

	if (!hasMailProvider(env)) {
		set('RESEND_API_KEY', sendingKey);
		set('RESEND_BASE_URL', parts.mailApiUrl);
		for (const [name, value] of Object.entries(localNotices(env))) set(name, value);
	}
	for (const [name, value] of Object.entries(defaults)) {
		if (!env[name]) set(name, value(parts));
	}
	return () => {
		for (const [name, value] of before) {
			if (value === undefined) delete env[name];
			else env[name] = value;
		}
	};
}

const defaults: Readonly<Record<string, (parts: Parts) => string>> = {
	CHALLENGE_KEY: ({ keyFile }) => keptSecret(keyFile),
	ENQUIRIES_FROM: () => 'Claranet SOHO website <website@example.com>',
	ENQUIRIES_TO: () => 'enquiries@example.com',
	NETLIFY_BLOBS_CONTEXT: blobsContext,
};

/** Both addresses are the same: nothing is cached here, so every read is a strong one. */
function blobsContext({ storeUrl, storeToken }: Parts): string {
	const context = {
		siteID: 'local',
		deployID: '0',
		token: storeToken,
		edgeURL: storeUrl,
		uncachedEdgeURL: storeUrl,
		primaryRegion: 'eu-central-1',
	};
	return Buffer.from(JSON.stringify(context)).toString('base64');
}
