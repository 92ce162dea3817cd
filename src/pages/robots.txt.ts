import type { APIRoute } from 'astro';
import { company } from '#src/company.ts';
import { formIds } from '#src/forms/addresses.ts';
import { formOf } from '#src/forms/forms.ts';

export const GET: APIRoute = () =>
	new Response(
		[
			'User-agent: *',
			...formIds.map((id) => `Disallow: ${formOf(id).sent}`),
			`Sitemap: ${company.site}/sitemap-index.xml\n`,
		].join('\n'),
	);
