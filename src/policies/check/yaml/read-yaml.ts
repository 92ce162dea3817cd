import {
	type Document,
	isMap,
	isNode,
	isPair,
	isScalar,
	type ParsedNode,
	parseDocument,
} from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../../problem.ts';
import { problem } from '../source/report.ts';
import type { Source, Span } from '../source/source.ts';
import { strayIndent } from './indent.ts';
import { issueProblems } from './issues.ts';
import { brokenLines, lostWords } from './lines.ts';

export type Path = readonly PropertyKey[];

/** A stretch of YAML held to a schema. */
export interface Yaml<T> {
	/** Absent where it cannot be read or does not fit the schema. */
	readonly value?: T;
	readonly problems: readonly Problem[];
	/** What it says, whether it fits or not; undefined where it cannot be read. */
	readonly raw: unknown;
	/** Where the value at a path stands, or the nearest value around it. */
	at(path: Path): Span;
	/** Where the name at the end of a path stands, or its value where it has none. */
	key(path: Path): Span;
}

interface Given<T> {
	readonly schema: z.ZodType<T>;
	readonly file: Source;
	/** The stretch of the file that is YAML. */
	readonly span: Span;
	/** The names that may stand outermost in it. */
	readonly names: readonly string[];
}

/** Reads a stretch of a file as YAML. What cannot be read is told by its first causes alone. */
export function readYaml<T>({ schema, file, span, names }: Given<T>): Yaml<T> {
	const yaml = parseDocument(file.text.slice(...span), { prettyErrors: false });
	const places = { at: valuePlace(yaml, span), key: keyPlace(yaml, span) };
	const broken = [...yaml.errors, ...yaml.warnings].filter(({ code }) => code !== 'DUPLICATE_KEY');
	if (broken.length > 0) return { ...places, raw: undefined, problems: causes() };
	const raw: unknown = yaml.toJS();
	const result = schema.safeParse(raw);
	const problems = [...twice(), ...lostWords(file, span)];
	if (result.success) return { ...places, raw, problems, value: result.data };
	const shapeless = typeof raw !== 'object' || result.error.issues.some(needsObject);
	const lines = shapeless ? brokenLines(file, span, [...names, ...innerNames]) : [];
	const issues = issueProblems(result.error.issues, { file, raw, names, ...places });
	return { ...places, raw, problems: [...problems, ...(lines.length > 0 ? lines : issues)] };

	function causes(): Problem[] {
		const lines = brokenLines(file, span, [...names, ...innerNames]);
		if (lines.length > 0) return lines;
		const stray = strayIndent(file, span);
		const [first] = broken;
		const start = span[0] + (first?.pos[0] ?? 0);
		return [stray ?? problem([file, [start, start + 1]], 'yaml-broken', {})];
	}

	function twice(): Problem[] {
		return yaml.errors.map(({ pos }) => {
			const [start, end] = [span[0] + pos[0], span[0] + pos[1]];
			const key = /^[\w-]+/.exec(file.text.slice(start))?.[0] ?? file.text.slice(start, end);
			return problem([file, [start, start + key.length]], 'key-twice', { key });
		});
	}
}

/** The names that may stand deeper in front matter and in `policy.yaml`. */
const innerNames = [
	...['clause', 'what', 'why', 'says', 'clauses', 'fingerprint'],
	...['since', 'removed', 'see', 'note'],
];

const needsObject = (issue: z.core.$ZodIssue): boolean =>
	issue.code === 'invalid_type' && ['object', 'record'].includes(issue.expected);

type Yamls = Document.Parsed<ParsedNode>;

const valuePlace = (yaml: Yamls, [base]: Span) => {
	const at = (path: Path): Span => {
		for (let length = path.length; length > 0; length--) {
			const node = yaml.getIn(path.slice(0, length), true);
			if (isNode(node) && node.range) return [base + node.range[0], base + node.range[1]];
		}
		const start = yaml.contents?.range?.[0] ?? 0;
		return [base + start, base + start];
	};
	return at;
};

const keyPlace = (yaml: Yamls, span: Span) => {
	const at = valuePlace(yaml, span);
	return (path: Path): Span => {
		const parent = path.length > 1 ? yaml.getIn(path.slice(0, -1), true) : yaml.contents;
		const items = isMap(parent) ? parent.items : [];
		const pair = items.find(
			(one) => isPair(one) && isScalar(one.key) && one.key.value === path.at(-1),
		);
		const range = isScalar(pair?.key) ? pair.key.range : undefined;
		return range ? [span[0] + range[0], span[0] + range[1]] : at(path);
	};
};
