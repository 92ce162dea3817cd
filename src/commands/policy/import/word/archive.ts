import { crc32, inflateRawSync } from 'node:zlib';

/** The parts of a Word file by their names; undefined where it is no ZIP archive that can be read. */
export function unpacked(file: Buffer): Map<string, Buffer> | undefined {
	try {
		return read(file);
	} catch {
		return undefined;
	}
}

function read(file: Buffer): Map<string, Buffer> | undefined {
	const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
	if (end < 0) return undefined;
	const parts = new Map<string, Buffer>();
	let at = file.readUInt32LE(end + 16);
	for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
		if (file.toString('latin1', at, at + 4) !== 'PK\x01\x02') return undefined;
		const [method, size] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)];
		const [name, more, comment] = [28, 30, 32].map((place) => file.readUInt16LE(at + place));
		const local = file.readUInt32LE(at + 42);
		const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
		const body = file.subarray(start, start + size);
		const path = file.toString('utf8', at + 46, at + 46 + (name ?? 0));
		parts.set(path, method === 0 ? body : inflateRawSync(body));
		at += 46 + (name ?? 0) + (more ?? 0) + (comment ?? 0);
	}
	return parts;
}

/** Parts by their names as a ZIP archive without compression. */
export function packed(parts: ReadonlyMap<string, Buffer>): Buffer {
	const bodies: Buffer[] = [];
	const entries: Buffer[] = [];
	let offset = 0;
	for (const [path, data] of parts) {
		const name = Buffer.from(path);
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(20, 0);
		facts.writeUInt32LE(crc32(data), 10);
		facts.writeUInt32LE(data.length, 14);
		facts.writeUInt32LE(data.length, 18);
		facts.writeUInt16LE(name.length, 22);
		const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, data]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, rest, name]));
		bodies.push(body);
		offset += body.length;
	}
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
