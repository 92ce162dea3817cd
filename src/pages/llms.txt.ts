import type { APIRoute } from 'astro';
import { policies } from '#src/layouts/policies.ts';
import { company } from '#src/company.ts';
import { llmsText } from '#src/policies/feeds/version-record.ts';

export const GET: APIRoute = async () => {
	return new Response(llmsText(await policies(), company));
};
