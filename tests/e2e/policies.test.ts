import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const html = readFileSync('dist/privacy/index.html', 'utf8');

test('the privacy page weighs at most 9,000 bytes with everything it needs', () => {
	expect(brotliCompressSync(html).length).toBeLessThanOrEqual(9000);
	expect(html).not.toMatch(/<script|<link[^>]*rel="?stylesheet|@font-face|<img|@import/);
});
