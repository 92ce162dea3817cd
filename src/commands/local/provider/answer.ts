import type { ErrorResponse } from 'resend';

/** The provider's names for what can go wrong here, with the status of each. */
const statuses = {
	missing_api_key: 401,
	restricted_api_key: 401,
	invalid_api_key: 403,
	invalid_idempotency_key: 400,
	validation_error: 422,
	missing_required_field: 422,
	invalid_idempotent_request: 409,
	not_found: 404,
	method_not_allowed: 405,
} as const satisfies Partial<Record<ErrorResponse['name'], number>>;

/** An error as the provider tells it: `{ statusCode, name, message }`. */
export function fail(name: keyof typeof statuses, message: string): Response {
	const statusCode = statuses[name];
	return Response.json({ statusCode, name, message }, { status: statusCode });
}
