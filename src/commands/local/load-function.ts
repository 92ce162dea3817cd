import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FunctionModule } from './function-host.ts';

/**
 * Imports a built function afresh, so that it reads the environment as it is now. Throws, naming
 * the file, if it cannot be imported or its default export is not a function of Netlify's second
 * kind.
 */
export async function loadFunction(entry: string): Promise<FunctionModule> {
	const url = pathToFileURL(resolve(entry));
	url.searchParams.set('run', randomUUID());
	const module: unknown = await import(url.href).catch((error: unknown) => {
		throw new Error(`The function ${entry} could not be loaded.`, { cause: error });
	});
	const exported = hasDefault(module) ? module.default : undefined;
	if (isFunctionModule(exported)) return exported;
	throw new Error(`The function ${entry} must have a default export with a fetch method.`);
}

function hasDefault(module: unknown): module is { default: unknown } {
	return typeof module === 'object' && module !== null && 'default' in module;
}

function isFunctionModule(value: unknown): value is FunctionModule {
	return (
		typeof value === 'object' &&
		value !== null &&
		'fetch' in value &&
		typeof value.fetch === 'function'
	);
}
