import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unbroken } from '#src/escape-html.ts';

/** A part of a page that is no running text, a tag, or a piece of text. */
const pieces =
	/<(head|style|script|textarea|pre|code)\b[\s\S]*?<\/\1>|<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/g;

/** Keeps the words of a built site's pages in one piece that browsers would break, as `unbroken` says. */
export async function keepWhole(directory: string): Promise<void> {
	for await (const name of glob('**/*.html', { cwd: directory })) {
		const file = join(directory, name);
		const page = await readFile(file, 'utf8');
		const whole = page.replace(pieces, (piece) =>
			piece.startsWith('<') ? piece : unbroken(piece),
		);
		if (whole !== page) await writeFile(file, whole);
	}
}
