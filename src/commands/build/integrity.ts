import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const script = /<script type="module" src="([^"]+)"(?! integrity)/g;

async function hashOf(file: string): Promise<string> {
	const hash = createHash('sha384').update(await readFile(file));
	return `sha384-${hash.digest('base64')}`;
}

/** Names every script of a built site's pages by the hash of its bytes, so that browsers run no other (Subresource Integrity). */
export async function addIntegrity(directory: string): Promise<void> {
	for await (const name of glob('**/*.html', { cwd: directory })) {
		const file = join(directory, name);
		let page = await readFile(file, 'utf8');
		for (const [tag, source = ''] of page.matchAll(script)) {
			page = page.replace(tag, `${tag} integrity="${await hashOf(join(directory, source))}"`);
		}
		await writeFile(file, page);
	}
}
