import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file so that nobody ever finds half of it: to a neighbour first, which then takes its name. */
export function writeWhole(file: string, text: string): void {
	const neighbour = `${file}.${process.pid}.tmp`;
	try {
		writeFileSync(neighbour, text);
		renameSync(neighbour, file);
	} catch (error) {
		rmSync(neighbour, { force: true });
		throw error;
	}
}
