import { Document as Yaml, parseDocument } from 'yaml';
import { redline } from '#src/policies/redline/redline.ts';
import { successors } from '#src/policies/redline/successors.ts';
import type { Document } from '#src/policies/text/document.ts';
import { heirs } from './ids.ts';
import type { Decisions } from './decisions.ts';

interface Step {
	readonly date: string;
	readonly document: Document;
	readonly before: Document;
}

/** Writes into `policy.yaml` which clauses came and went with a version. */
export function recordClauses(
	yaml: Yaml,
	{ date, document, before }: Step,
	decisions: Decisions,
): void {
	const now = new Set(document.map(({ id }) => id));
	const known = new Set(before.map(({ id }) => id));
	for (const { id } of document)
		if (!known.has(id)) yaml.setIn(['clauses', id], flow(yaml, { since: date }));
	const went = new Map(successors(redline(before, document)).map(({ id, see }) => [id, see]));
	for (const clause of before) {
		if (now.has(clause.id)) continue;
		const see = went.get(clause.id) ?? heirs(clause, document, before);
		yaml.setIn(['clauses', clause.id, 'removed'], date);
		if (see.length > 0) yaml.setIn(['clauses', clause.id, 'see'], flow(yaml, see));
		passOn(yaml, clause.id, see);
		const where =
			see.length > 0
				? `${see.map((id) => `#${id}`).join(' and ')} say${see.length === 1 ? 's' : ''} what it said`
				: 'no clause says what it said';
		decisions.add(
			`#${clause.id} is gone from the version of ${date}; ${where}: put it right under see in policy.yaml if it is otherwise.`,
		);
	}
}

/** Clauses that said where to read on now say where to read on from there. */
function passOn(yaml: Yaml, gone: string, heirs: readonly string[]): void {
	const clauses: Record<string, { see?: readonly string[] }> = yaml.toJS().clauses ?? {};
	for (const [id, { see = [] }] of Object.entries(clauses)) {
		if (!see.includes(gone)) continue;
		const next = [...new Set(see.flatMap((one) => (one === gone ? heirs : [one])))];
		if (next.length > 0) yaml.setIn(['clauses', id, 'see'], flow(yaml, next));
		else yaml.deleteIn(['clauses', id, 'see']);
	}
}

const flow = (yaml: Yaml, value: object) => yaml.createNode(value, { flow: true });

/** The `policy.yaml` of a policy that has none yet. */
export function newFacts(title: string, decisions: Decisions): Yaml {
	decisions.add(
		'policy.yaml is new: read its title and description, and say in leadTimeDays how many days before a change people are told.',
	);
	const name = title.toLowerCase();
	const description = `The ${name}: what applies today, what applied on any day before, and what changed in between.`;
	return new Yaml({ title, description: description.slice(0, 160), leadTimeDays: 30, clauses: {} });
}

/** The days of a file of YAML in quotes, as editors are asked to write them. */
export const quoted = (text: string): string =>
	text.replace(/\b(since|removed|announced): (\d{4}-\d\d-\d\d)\b/g, '$1: "$2"');

export const readFacts = (text: string): Yaml => parseDocument(text) as unknown as Yaml;
