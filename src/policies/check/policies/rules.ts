import type { Problem } from '../../problem.ts';
import { clauseMistakes } from '../clauses/living.ts';
import { heirMistakes } from '../clauses/heirs.ts';
import { registryMistakes } from '../clauses/registry.ts';
import { summaryMistakes } from '../clauses/summary.ts';
import { type Readable, ruled } from '../clauses/ruled.ts';
import { dateMistakes } from '../meaning/dates.ts';
import { kindMistakes } from '../meaning/kinds.ts';
import { undone } from '../meaning/undone.ts';
import { ofParser } from './markup.ts';
import type { PolicyFiles } from './policy-files.ts';

/** Every mistake in the files of a policy, and between them. A mistake hides only what would follow from it. */
export function policyMistakes(
	policy: PolicyFiles,
	versions: readonly Readable[],
	today: string,
): Problem[] {
	const files = policy.versions.flatMap(({ problems, parsed }) => [
		...problems,
		...ofParser(parsed?.problems ?? []),
	]);
	const own = [...(policy.registry?.yaml.problems ?? []), ...files];
	const all = ruled(policy, versions);
	if (!all) return own;
	const meaning = versions.flatMap((_, index) => [
		...dateMistakes(all, index, today),
		...kindMistakes(all, index),
		...undone(all, index),
	]);
	const between = [...registryMistakes(all), ...heirMistakes(all), ...summaryMistakes(all)];
	return [...own, ...clauseMistakes(all), ...between, ...meaning];
}
