import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { company } from '#src/company.ts';

/** Every document of a collection carries this directive; the bundler's warning about it says nothing. */
const silenced = 'MODULE_LEVEL_DIRECTIVE';

/** Superseded texts are for those who cite them, templates for the function. */
const unlisted = /\/\d{4}-\d\d-\d\d\/|\/templates\/|\/notices\/(?:asked|confirmed)\//;

export default defineConfig({
	site: company.site,
	trailingSlash: 'always',
	compressHTML: true,
	markdown: {
		syntaxHighlight: false,
		processor: satteri({ features: { smartPunctuation: false } }),
	},
	integrations: [mdx({ optimize: true }), sitemap({ filter: (page) => !unlisted.test(page) })],
	build: { inlineStylesheets: 'always' },
	devToolbar: { enabled: false },
	/** A page whose `cacheKey` and code are the same as before is taken from the build before. */
	experimental: { incrementalBuild: true },
	vite: {
		plugins: [tailwindcss()],
		build: {
			assetsInlineLimit: 0,
			rolldownOptions: {
				onwarn: (warning, report) => warning.code === silenced || report(warning),
			},
		},
	},
});
