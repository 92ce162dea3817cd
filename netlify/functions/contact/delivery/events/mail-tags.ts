import { mailName, type OpenEnquiry } from '../../enquiry/enquiry.ts';

/** The tags of a mail to staff, by which the provider's events find its record again. */
export function tagsOf(key: string, enquiry: OpenEnquiry): { name: string; value: string }[] {
	const [, day = '', nonce = ''] = key.split('/');
	return [
		{ name: 'day', value: day },
		{ name: 'nonce', value: nonce },
		{ name: 'mail', value: mailName(enquiry) },
	];
}
