import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';

const pages = defineCollection({
	loader: glob({ base: 'src/content/pages', pattern: '*.mdx' }),
	schema: z.strictObject({
		title: z.string().min(1),
		description: z.string().min(50).max(160),
	}),
});

export const collections = { pages };
