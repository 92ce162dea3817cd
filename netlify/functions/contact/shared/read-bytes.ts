/** The body of a request, or undefined when it has more bytes than `most`; such a body is not read to its end. */
export async function readBytes(request: Request, most: number): Promise<Buffer | undefined> {
	if (Number(request.headers.get('content-length') ?? 0) > most) return undefined;
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const part of request.body ?? []) {
		length += part.byteLength;
		if (length > most) return undefined;
		parts.push(part);
	}
	return Buffer.concat(parts);
}
