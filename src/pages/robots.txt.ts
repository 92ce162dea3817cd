import type { APIRoute } from 'astro';
import { company } from '#src/company.ts';
import { contact } from '#src/forms/contact.ts';

export const GET: APIRoute = () =>
	new Response(
		`User-agent: *\nDisallow: ${contact.sent}\nSitemap: ${company.site}/sitemap-index.xml\n`,
	);
