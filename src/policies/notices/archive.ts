import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

const shape = z.strictObject({
	/** The day on which it was sent. */
	sent: z.iso.date(),
	subject: z.string().min(1),
	/** Its paragraphs, without what was meant for each reader alone. */
	text: z.array(z.string().min(1)).min(1),
});

/** A notice as it was sent. */
export type SentNotice = z.infer<typeof shape>;

/** The notices stand beside the folder of the policies. */
const folderOf = (policies: string): string => join(dirname(policies), 'notices');

/** Where the notice of a version is kept; `policies` is the folder of the policies. */
export const noticeFile = (policies: string, slug: string, date: string): string =>
	join(folderOf(policies), slug, `${date}.json`);

/** A notice whose version is named by policy and date. */
export interface ArchivedNotice {
	readonly slug: string;
	readonly date: string;
	readonly notice: SentNotice;
}

/** All notices that were sent. Throws an error that names the file which is none. */
export function readNotices(policies: string): ArchivedNotice[] {
	const folder = folderOf(policies);
	if (!existsSync(folder)) return [];
	return globSync('*/*.json', { cwd: folder })
		.toSorted()
		.map((name) => {
			const { data, error } = shape.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
			if (!data) throw new Error(`${join(folder, name)} is no notice: ${z.prettifyError(error)}`);
			return { slug: basename(dirname(name)), date: basename(name, '.json'), notice: data };
		});
}

/** A mail's text as it is kept: its paragraphs, but none of how a reader stops them. */
export function archived({ subject, text }: { subject: string; text: string }, sent: string) {
	const paragraphs = text.trim().split(/\n{2,}/);
	const end = paragraphs.findIndex((part) => part.includes('{{{'));
	// The words before the link belong to it.
	const kept = end === -1 ? paragraphs : paragraphs.slice(0, Math.max(1, end - 1));
	return { sent, subject, text: kept } satisfies SentNotice;
}
