import type { APIRoute } from 'astro';
import { company } from '#src/company.ts';
import { contact } from '#src/forms/contact.ts';
import { today } from '#src/policies/versions/clock.ts';
import { plusDays } from '#src/policies/versions/dates.ts';

/** RFC 9116 asks for less than a year. Each build counts anew, so the date is near only when nobody has built for long. */
const goodFor = 180;

export const GET: APIRoute = () => {
	const expires = plusDays(today(process.env, company.timeZone), goodFor);
	return new Response(
		[
			`Contact: ${new URL(contact.page, company.site).href}`,
			`Expires: ${expires}T00:00:00Z`,
			'Preferred-Languages: en',
			`Canonical: ${company.site}/.well-known/security.txt`,
			'',
		].join('\n'),
	);
};
