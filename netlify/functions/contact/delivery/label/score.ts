import type { Signal } from '../../shared/assurance.ts';
import type { Message } from '../../enquiry/enquiry.ts';

/** What is known of an enquiry when it is scored. */
interface SignalledMessage extends Pick<Message, 'signals'> {
	readonly values: Pick<Message['values'], 'name' | 'message'> & { readonly company?: unknown };
	/** Whether others sent the same text on the same day. */
	readonly sentByMany: boolean;
}

interface Rule {
	readonly name: string;
	readonly weight: number;
	/** In words for staff, within ASCII because it stands in a header. */
	readonly reason: string;
	readonly holds: (known: SignalledMessage) => boolean;
}

export interface Score {
	readonly points: number;
	readonly rules: readonly Rule[];
}

/** From so many points on, the mail's subject says so. */
export const suspicious = 3;

const link = /https?:\/\/|\bwww\.|\[url|<a\s/giu;
const links = (text: string): number => text.match(link)?.length ?? 0;

/** A word in which small letters turn into capitals three times, or eight letters and more without a vowel. */
const random = /(?:\p{Ll}\p{Lu}[\p{L}\d]*?){3}|(?<!\p{L})[bcdfghjklmnpqrstvwxz]{8,}/u;
const looksRandom = (name: string): boolean => random.test(name) || random.test(name.toLowerCase());

const letters = /\p{L}/gu;
const latin = /\p{Script=Latin}/gu;
const isForeign = (text: string): boolean =>
	(text.match(latin)?.length ?? 0) * 2 < (text.match(letters)?.length ?? 0);

/** Not every form asks for a company. */
const companyOf = ({ company = '' }: SignalledMessage['values']): string => String(company);

const signalled =
	(signal: Signal) =>
	({ signals }: SignalledMessage): boolean =>
		signals.includes(signal);

/** Everything that counts against an enquiry. Nothing is ever held back or deleted for it. */
export const rules: readonly Rule[] = [
	{
		name: 'few-links',
		weight: 1,
		reason: 'one or two links in the message',
		holds: ({ values }) => [1, 2].includes(links(values.message)),
	},
	{
		name: 'many-links',
		weight: 3,
		reason: 'three links or more in the message',
		holds: ({ values }) => links(values.message) >= 3,
	},
	{
		name: 'link-as-name',
		weight: 3,
		reason: 'a link in the name or the company',
		holds: ({ values }) => links(values.name) + links(companyOf(values)) > 0,
	},
	{
		name: 'random-name',
		weight: 2,
		reason: 'a name that looks random',
		holds: ({ values }) => looksRandom(values.name) || looksRandom(companyOf(values)),
	},
	{
		name: 'script',
		weight: 1,
		reason: 'a message in another script than Latin',
		holds: ({ values }) => isForeign(values.message),
	},
	{
		name: 'sent-by-many',
		weight: 3,
		reason: 'the same text came from several addresses today',
		holds: ({ sentByMany }) => sentByMany,
	},
	{
		name: 'fast',
		weight: 1,
		reason: 'sent faster than a person types',
		holds: signalled('fast'),
	},
	{
		name: 'fast-again',
		weight: 3,
		reason: 'a page that asked again was answered faster than a person reads',
		holds: signalled('fast-again'),
	},
	{
		name: 'trap',
		weight: 2,
		reason: 'a field that people do not see was filled in',
		holds: signalled('trap'),
	},
	{
		name: 'trap-again',
		weight: 2,
		reason: 'a field that people do not see was filled in on a page that asked again',
		holds: signalled('trap-again'),
	},
	{
		name: 'unworked',
		weight: 3,
		reason: 'the browser did no work during an attack',
		holds: signalled('unworked'),
	},
	{
		name: 'unasked',
		weight: suspicious,
		reason: 'nobody was asked a question and the browser did no work',
		holds: signalled('unasked'),
	},
	{
		name: 'elsewhere',
		weight: suspicious,
		reason: 'it came by way of another website',
		holds: signalled('elsewhere'),
	},
	{
		name: 'crowded',
		weight: 3,
		reason: 'its network had sent its share of the hour',
		holds: signalled('crowded'),
	},
];

/** Adds up the rules that hold. The same enquiry always has the same score. */
export function score({ values, signals }: Message, sentByMany: boolean): Score {
	const holding = rules.filter(({ holds }) => holds({ values, signals, sentByMany }));
	return { points: holding.reduce((sum, { weight }) => sum + weight, 0), rules: holding };
}

/** Whether nothing but the lack of a check counts against an enquiry as far as a label. */
export const isOnlyUnchecked = (message: Message, sentByMany: boolean): boolean => {
	const signals = message.signals.filter((signal) => signal !== 'unasked');
	return score({ ...message, signals }, sentByMany).points < suspicious;
};
