import { type Document, LineCounter, isNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../problem.ts';

interface Source {
	readonly file: string;
	readonly text: string;
	/** The line of the file on which `text` starts. */
	readonly line: number;
}

/** Reads YAML against a schema: the value, or every mistake with the line it stands on. */
export function readYaml<T>(schema: z.ZodType<T>, source: Source): T | Problem[] {
	const lines = new LineCounter();
	const yaml = parseDocument(source.text, { lineCounter: lines });
	const at = (offset: number, message: string): Problem => {
		const { line, col } = lines.linePos(offset);
		return { file: source.file, line: line + source.line - 1, column: col, message };
	};
	if (yaml.errors.length > 0)
		return yaml.errors.map(({ pos, message }) =>
			at(pos[0], message.split(' at line')[0] ?? message),
		);
	const result = schema.safeParse(yaml.toJS());
	if (result.success) return result.data;
	return result.error.issues.map((issue) =>
		at(
			offsetOf(yaml, issue.path),
			[issue.path.join('.'), issue.message].filter(Boolean).join(': '),
		),
	);
}

/** Where the value at `path` starts, or the nearest value around it. */
function offsetOf(yaml: Document, path: readonly PropertyKey[]): number {
	for (let length = path.length; length > 0; length--) {
		const node = yaml.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return 0;
}
