import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { blobStore } from '#contact/enquiry/store.ts';
import { createBlobStore } from '../local/store/blob-store.ts';
import type { Environment } from '../local/environment.ts';
import { instanceDirectory, readPort } from '../local/instance.ts';
import { type StoreLocation, Refused, UsageError } from './session.ts';

/** Which store the command line names. */
interface Where {
	readonly site?: string | undefined;
	readonly context?: string | undefined;
	readonly local?: string | undefined;
}

/** The time limit of one request to the platform's API, in milliseconds. */
const timeout = 15_000;

/** Opens the store beside a local run, running or not. Its writes and those of the run exclude one another. */
function localStore(directory: string, context: string): StoreLocation {
	if (!existsSync(join(directory, 'blobs.sqlite'))) {
		throw new Refused(
			`There is no store in ${directory}. \`npm start\` makes one there; --site names a site at Netlify.`,
		);
	}
	const token = randomUUID();
	const blobs = createBlobStore({ directory, token });
	const url = 'http://local.invalid';
	const store = blobStore(context, {
		siteID: 'local',
		token,
		edgeURL: url,
		uncachedEdgeURL: url,
		fetch: (input, init) => blobs.fetch(new Request(input, init)),
	});
	const name = `the local store (${directory}, ${context})`;
	return { store, name, context, directory, close: blobs.close };
}

function siteStore(siteID: string, context: string, token: string | undefined): StoreLocation {
	if (!token) {
		throw new UsageError(
			'NETLIFY_AUTH_TOKEN is missing. Make a personal access token at Netlify and set it in the environment.',
		);
	}
	const store = blobStore(context, {
		siteID,
		token,
		deadline: () => AbortSignal.timeout(timeout),
	});
	return { store, name: `site ${siteID} (${context})`, context, close: () => {} };
}

/**
 * Opens the store of a site at Netlify where one is named (`--site` or NETLIFY_SITE_ID), else the local one. Throws a
 * UsageError or Refused when there is none to open.
 */
export function openStoreLocation(
	{ site, context, local }: Where,
	variables: Environment,
): StoreLocation {
	// The client would prefer what this names to what it is told.
	delete variables.NETLIFY_BLOBS_CONTEXT;
	const siteID = site ?? (local === undefined ? variables.NETLIFY_SITE_ID : undefined);
	if (!siteID) return localStore(local ?? instanceDirectory(readPort(variables)), context ?? 'dev');
	if (local !== undefined) throw new UsageError('--site and --local exclude each other.');
	return siteStore(siteID, context ?? 'production', variables.NETLIFY_AUTH_TOKEN);
}
