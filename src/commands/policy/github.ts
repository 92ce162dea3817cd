import { appendFileSync } from 'node:fs';
import { isError, type Problem } from '#src/policies/problem.ts';
import { readLockFile } from '#src/policies/check/lock/read-lock.ts';
import type { Outcome } from '#src/policies/check/run-check.ts';
import { redline } from '#src/policies/redline/redline.ts';
import { inWords } from '#src/policies/versions/dates.ts';
import { lockFile, lockName } from '#src/policies/versions/lock.ts';
import { redlineSection } from './diff-words.ts';

const escaped = (text: string): string =>
	text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const inProperty = (text: string): string =>
	escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** The problems as commands that mark lines of a change at GitHub. */
export const annotations = (problems: readonly Problem[]): string[] =>
	problems.map((one) => {
		const { file, line, column, end, message, cure = '', id = 'policy' } = one;
		const place = [
			`file=${inProperty(file)}`,
			`line=${line}`,
			...(end ? [`endLine=${end.line}`] : []),
			`col=${column}`,
			...(end && end.line === line && end.column > column ? [`endColumn=${end.column - 1}`] : []),
			`title=${inProperty(id)}`,
		];
		return `::${isError(one) ? 'error' : 'warning'} ${place.join(',')}::${escaped(`${message}\n${cure}`.trim())}`;
	});

const cell = (text: string): string =>
	text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

/** What readers will see changed: each version that is not published yet against the one before it. */
function redlines({ policies, site }: Outcome): string[] {
	const { entries } = readLockFile(site.texts.get(lockFile(site.policies)));
	return policies.flatMap(({ slug, title, versions }) =>
		versions.flatMap((to, index) => {
			const from = versions[index - 1];
			if (!from || entries.has(lockName(slug, to.date))) return [];
			const name = `${title}: from ${inWords(from.date)} to ${inWords(to.date)}`;
			return [redlineSection(name, redline(from.document, to.document))];
		}),
	);
}

/** Adds what the check found, and what readers will see changed, to the summary of a job; nothing where there is no file for one. */
export function jobSummary(outcome: Outcome, file: string | undefined): void {
	if (!file) return;
	const { problems, errors } = outcome;
	const rows = problems.map(
		(one) =>
			`| \`${one.file}:${one.line}:${one.column}\` | ${isError(one) ? 'mistake' : 'warning'} | ${cell(one.message)} | ${cell(one.cure ?? '')} |`,
	);
	const head = errors.length > 0 ? `## ${errors.length} to put right` : '## No mistakes';
	const table =
		rows.length > 0
			? ['| Where | | What is wrong | What to do |', '|---|---|---|---|', ...rows]
			: [];
	appendFileSync(file, `${[head, '', ...table, '', ...redlines(outcome)].join('\n')}\n`);
}
