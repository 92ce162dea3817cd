import { checking } from '#src/forms/checking.ts';

/** The versions by their fingerprints, as the page lists them. */
const versions = new Map(
	[...document.querySelectorAll<HTMLElement>('[data-version]')].map((code) => [
		code.textContent,
		code.dataset['version'] ?? '',
	]),
);

/** The facts that stand before the text in a version's Markdown file. */
const frontMatter = /^---\n[\s\S]*?\n---\n/;
/** A fingerprint, or its first 12 characters or more. */
const fingerprint = /^[\da-f]{12,64}$/;

/** What may have been published, if this was copied from it: copying drops or adds line ends at both ends. */
function originals(pasted: string): string[] {
	const text = pasted.replace(/^\s+/, '').replace(frontMatter, '').trim();
	return [`${text}\n`, text];
}

async function sha256(text: string): Promise<string> {
	const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is to be said of a pasted text. */
async function verdict(pasted: string): Promise<string> {
	const short = pasted.replace(/\s/g, '').toLowerCase();
	if (short === '') return checking.empty;
	if (fingerprint.test(short)) {
		const [, version] = [...versions].find(([hash]) => hash.startsWith(short)) ?? [];
		return version === undefined ? checking.unknown : checking.fingerprint(version);
	}
	// Browsers work out hashes on pages that came over HTTPS, or from this machine.
	if (!isSecureContext) return checking.unable;
	for (const text of originals(pasted)) {
		const version = versions.get(await sha256(text));
		if (version !== undefined) return checking.same(version);
	}
	return checking.unknown;
}

const area = document.querySelector('textarea');
const found = document.querySelector('#found');
document.querySelector('#check')?.addEventListener('click', () => {
	if (!area || !found) return;
	void verdict(area.value).then((words) => {
		found.textContent = words;
	});
});
