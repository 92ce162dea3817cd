import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { company } from '#src/company.ts';

const file = 'public/card.png';
const size = { width: 1200, height: 630 };

/** What the picture of a shared link is drawn from. */
const source = `<!doctype html>
<style>
body { margin: 0; padding: 132px 96px 0; height: 474px; border-bottom: 24px solid #0b5660; background: #fbfaf8; color: #1c2326 }
svg { display: block; width: 120px }
h1 { margin: 48px 0 0; font: 700 96px/1.2 Charter, Georgia, serif }
p { margin: 24px 0 0; font: 40px/1.4 system-ui, sans-serif; color: #4d585c }
</style>
${readFileSync('public/favicon.svg', 'utf8')}
<h1>${company.name}</h1>
<p>Our policies, and how to get in touch</p>`;

const key = 'Source';
const hash = createHash('sha256').update(source).digest('hex');

/** A PNG with a text in it that names what it was drawn from. */
function withHash(png: Buffer): Buffer {
	const body = Buffer.from(`tEXt${key}\0${hash}`, 'latin1');
	const chunk = Buffer.alloc(body.length + 8);
	chunk.writeUInt32BE(body.length - 4);
	body.copy(chunk, 4);
	chunk.writeUInt32BE(crc32(body), body.length + 4);
	// The signature and the head come first.
	return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

test('the picture of a shared link says what the company is called', async ({ page }) => {
	const isCurrent = () => readFileSync(file).includes(`tEXt${key}\0${hash}`);
	// Fonts differ from machine to machine, so it is drawn when its source has changed and not in every build.
	if (process.env['UPDATE_GOLDEN'] && !isCurrent()) {
		await page.setViewportSize(size);
		await page.setContent(source);
		writeFileSync(file, withHash(await page.screenshot()));
	}
	expect(
		isCurrent(),
		`If its source is right, run again with UPDATE_GOLDEN=1 and look at ${file}`,
	).toBe(true);
});
