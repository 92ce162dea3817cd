import { dayIn } from './dates.ts';

/** What decides the day on which the site is built, and who it is built for. */
export interface Setting {
	readonly POLICY_TODAY?: string | undefined;
	/** Set by Netlify: `production`, `deploy-preview` or `branch-deploy`. */
	readonly CONTEXT?: string | undefined;
	/** Another folder of policies than the site's own. */
	readonly POLICY_FOLDER?: string | undefined;
}

/** The folder of the policies, from the root of the project. */
export const folderOf = ({ POLICY_FOLDER }: Setting): string =>
	POLICY_FOLDER || 'src/content/policies';

/** Today's ISO date in `timeZone`, or the one that `POLICY_TODAY` states. */
export const today = ({ POLICY_TODAY }: Setting, timeZone: string, now = new Date()): string =>
	POLICY_TODAY || dayIn(timeZone, now);

/** Whether drafts may be seen: by editors at work and in previews, never on the site itself. */
export const showsDrafts = ({ CONTEXT = '' }: Setting, dev: boolean): boolean =>
	dev || ['deploy-preview', 'branch-deploy'].includes(CONTEXT);
