import {
	calm,
	cut,
	type Fault,
	type Hit,
	mailError,
	type Plan,
	silence,
	status,
} from './faults.ts';

/** What the store does to a claim, and what follows from it. */
export interface StoreRow {
	readonly name: string;
	/** What the same question let through before. */
	readonly before?: 'same, delivered' | 'same, waiting' | 'other';
	/** Made anew for each use: a plan may count. */
	readonly plan: () => Plan;
	/** Whether the store holds the message afterwards. */
	readonly lands: boolean;
	/** What the function can know. */
	readonly claim: 'ours' | 'used' | 'unsure';
}

/** What the provider does to the first try, and what follows from it. */
export interface MailRow {
	readonly name: string;
	readonly fault?: Fault;
	/** Whether the mail is in the mailbox afterwards. */
	readonly arrives: boolean;
	/** What becomes of a record. */
	readonly ends: 'delivered' | 'failed' | 'held';
}

const isClaim = ({ method, path }: Hit) => method === 'PUT' && path.startsWith('enquiries/');
const isRead = ({ method, path }: Hit) => method === 'GET' && path.startsWith('enquiries/');
const all =
	(fault: Fault): Plan =>
	({ part }) =>
		part === 'store' ? fault : undefined;

/** A fault of the first write under `enquiries/`, and perhaps of every read. */
const ofClaim = (write: Fault, read?: Fault) => (): Plan => {
	let claimed = false;
	return (hit) => {
		if (isRead(hit)) return read;
		if (claimed || !isClaim(hit)) return undefined;
		claimed = true;
		return write;
	};
};

const down = { lands: false, claim: 'unsure' } as const;
const kept = { lands: true, claim: 'ours' } as const;

/** Every way in which a claim may go. */
export const storeRows: readonly StoreRow[] = [
	{ name: 'answers 200 with an ETag', plan: () => calm, ...kept },
	{ name: 'answers 412 to its own write', plan: ofClaim(status(412, true)), ...kept },
	{
		name: 'answers 412, with the same content delivered',
		before: 'same, delivered',
		plan: () => calm,
		...kept,
	},
	{
		name: 'answers 412, with the same content waiting',
		before: 'same, waiting',
		plan: () => calm,
		...kept,
	},
	{
		name: 'answers 412, with other content there',
		before: 'other',
		plan: () => calm,
		lands: false,
		claim: 'used',
	},
	{ name: 'answers 403', plan: () => all(status(403)), ...down },
	{ name: 'answers 404', plan: () => all(status(404)), ...down },
	{ name: 'answers 429', plan: () => all(status(429)), ...down },
	{ name: 'answers 500', plan: () => all(status(500)), ...down },
	{ name: 'keeps it and never answers', plan: ofClaim(silence(true)), ...kept },
	{ name: 'never answers', plan: ofClaim(silence(false)), ...down },
	{ name: 'keeps it and cuts the connection', plan: ofClaim(cut(true)), ...kept },
	{ name: 'answers 200 without an ETag', plan: ofClaim(status(200, true)), ...kept },
	{
		name: 'keeps it, never answers, and cannot be read',
		plan: ofClaim(silence(true), status(500)),
		lands: true,
		claim: 'unsure',
	},
];

const refusal = (code: number, name: Parameters<typeof mailError>[1]): MailRow => ({
	name: `answers ${code} ${name}`,
	fault: mailError(code, name),
	arrives: false,
	ends: 'held',
});

const delay = (
	code: number,
	name: Parameters<typeof mailError>[1],
	headers?: Record<string, string>,
): MailRow => ({
	name: `answers ${code} ${name}${headers ? ` with ${Object.entries(headers)}` : ''}`,
	fault: mailError(code, name, headers),
	arrives: false,
	ends: 'failed',
});

const doubt = (name: string, fault: Fault): MailRow => ({
	name,
	fault,
	arrives: fault.lands,
	ends: 'failed',
});

/** Every way in which handing a mail over may go. */
export const mailRows: readonly MailRow[] = [
	{ name: 'accepts', arrives: true, ends: 'delivered' },
	refusal(400, 'invalid_idempotency_key'),
	refusal(401, 'missing_api_key'),
	refusal(401, 'restricted_api_key'),
	refusal(403, 'invalid_api_key'),
	refusal(403, 'validation_error'),
	refusal(403, 'invalid_access'),
	refusal(404, 'not_found'),
	refusal(405, 'method_not_allowed'),
	refusal(409, 'invalid_idempotent_request'),
	refusal(422, 'validation_error'),
	refusal(422, 'missing_required_field'),
	refusal(422, 'invalid_from_address'),
	refusal(422, 'invalid_attachment'),
	refusal(422, 'invalid_parameter'),
	refusal(422, 'invalid_region'),
	refusal(451, 'security_error'),
	delay(409, 'concurrent_idempotent_requests'),
	delay(429, 'rate_limit_exceeded'),
	delay(429, 'rate_limit_exceeded', { 'retry-after': '7000' }),
	delay(429, 'daily_quota_exceeded'),
	delay(429, 'monthly_quota_exceeded'),
	delay(500, 'internal_server_error'),
	delay(500, 'application_error'),
	doubt('answers 502 with a page', { lands: false, answer: { status: 502, body: '<html>' } }),
	doubt('never answers', silence(false)),
	doubt('accepts and never answers', silence(true)),
	doubt('cuts the connection', cut(false)),
	doubt('accepts and cuts the connection', cut(true)),
	doubt('accepts and answers nonsense', { lands: true, answer: { status: 200, body: '{"id":' } }),
	doubt('accepts and answers without an id', {
		lands: true,
		answer: { status: 200, body: '{}' },
	}),
];
