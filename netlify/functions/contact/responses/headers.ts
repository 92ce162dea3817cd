/** Where browsers tell that a page broke its policy, and the name that the policy calls it by. */
export const reportsPath = '/contact/reports';
const reportsName = 'reports';

/**
 * The headers of every answer. Those of the site's files are made from the same list by the build, because the
 * platform's header rules do not reach a function. `same-origin` lets the form's own posts name their origin.
 */
export const securityHeaders = (
	contentSecurityPolicy: string,
): Readonly<Record<string, string>> => ({
	'content-security-policy': contentSecurityPolicy,
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy':
		'camera=(), display-capture=(), fullscreen=(), geolocation=(), microphone=(), payment=(), usb=()',
	'referrer-policy': 'same-origin',
	'reporting-endpoints': `${reportsName}="${reportsPath}"`,
	'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
	'x-content-type-options': 'nosniff',
});

/** A policy that lets in what the site is made of and nothing else; styles stand in the page and are named by hash. */
export const contentSecurityPolicy = (styleHashes: readonly string[]): string =>
	[
		"default-src 'none'",
		"script-src 'self'",
		"worker-src 'self'",
		`style-src ${styleHashes.map((hash) => `'${hash}'`).join(' ')}`,
		"img-src 'self'",
		"connect-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		// Text becomes code nowhere, but by way of the one policy that the form's script makes.
		"require-trusted-types-for 'script'",
		'trusted-types contact',
		`report-uri ${reportsPath}`,
		`report-to ${reportsName}`,
	].join('; ');
