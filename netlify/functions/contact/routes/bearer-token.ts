/** The token of an `Authorization: Bearer` header; empty without one. */
export const bearerToken = ({ headers }: Request): string =>
	/^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? '';
