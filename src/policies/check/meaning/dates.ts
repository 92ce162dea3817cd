import type { Problem } from '../../problem.ts';
import { plusDays } from '../../versions/dates.ts';
import type { Readable, Ruled } from '../clauses/ruled.ts';
import { problem, put } from '../source/report.ts';

/** What is wrong with the days of a version that may still change. */
export function dateMistakes(policy: Ruled, index: number, today: string): Problem[] {
	const one = policy.versions[index];
	if (!one || one.published) return [];
	const { announced, date } = one.version;
	if (announced === undefined) return draft(one, today);
	const place = [one.file, one.front.at(['announced'])] as const;
	if (announced > date) return [problem(place, 'announced-late', { announced, date })];
	const before = policy.versions
		.slice(0, index)
		.filter(({ version }) => version.announced !== undefined);
	const same = before.find(({ version }) => version.announced === announced);
	if (same) return [problem(place, 'announced-copied', { other: same.version.date })];
	const later = before.find(({ version }) => (version.announced ?? '') > announced);
	if (later)
		return [
			problem(place, 'announced-before', {
				other: later.version.date,
				day: later.version.announced ?? '',
			}),
		];
	return notice(policy, one, announced);
}

function draft({ file, version, front }: Readable, today: string): Problem[] {
	if (version.date >= today) return [];
	return [problem([file, front.key(['kind'])], 'draft-passed', { date: version.date })];
}

function notice(
	{ facts }: Ruled,
	{ file, version, front }: Readable,
	announced: string,
): Problem[] {
	const { kind, urgent, date } = version;
	const days = facts.leadTimeDays;
	const earliest = plusDays(announced, days);
	const enough = kind !== 'material' || earliest <= date;
	if (urgent !== undefined && enough)
		return [problem([file, front.key(['urgent'])], 'urgent-idle', {})];
	if (urgent !== undefined || enough) return [];
	const latest = plusDays(date, -days);
	const span = front.at(['announced']);
	const edits = [put(file, span, `"${latest}"`)];
	return [problem([file, span], 'notice-short', { days, date, earliest, latest }, edits)];
}
