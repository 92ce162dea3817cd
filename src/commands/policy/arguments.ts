import { parseArgs, type ParseArgsConfig } from 'node:util';
import { z } from 'zod';
import { UsageError } from './subcommand.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options and the words of a call; throws a UsageError where there are others, or more words than `words`. */
export function readArguments<T extends Options>(
	args: readonly string[],
	{ options, words }: { readonly options: T; readonly words: number },
) {
	const read = () => {
		try {
			return parseArgs({ args: [...args], allowPositionals: true, options });
		} catch (error) {
			throw new UsageError(error instanceof Error ? error.message : 'That could not be read.');
		}
	};
	const { values, positionals } = read();
	if (positionals.length > words)
		throw new UsageError(`“${positionals[words]}” is one word too many.`);
	return { values, positionals };
}

/** An ISO date that exists; throws a UsageError that calls it `what` where it is not one. */
export function isoDate(text: string, what: string): string {
	if (z.iso.date().safeParse(text).success) return text;
	throw new UsageError(
		`“${text}” is no ${what}: write a day that exists, year first, such as 2027-06-01.`,
	);
}
