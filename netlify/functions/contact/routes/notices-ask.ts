import { choiceName, notices, type ReturnedNotices } from '#src/forms/notices.ts';
import { read } from '#src/forms/read.ts';
import { askToConfirm } from '../notices/ask.ts';
import { noticesPage, redirectToAsked } from '../responses/notice-pages.ts';
import { refusalPage } from '../responses/pages.ts';
import { EnvironmentError } from '../shared/environment-error.ts';
import { readBody } from '../submission/read-body.ts';
import type { RouteHandler, Services } from './request-context.ts';

/** The address and the policies that were typed and ticked, and what is wrong with them. */
function readForm(data: URLSearchParams, slugs: readonly string[]) {
	const { values, problems } = read(notices.fields, data);
	const policies = slugs.filter((slug) => data.has(choiceName(slug)));
	const none = policies.length === 0 && { policies: notices.chooseOne };
	return { email: values.email, policies, problems: { ...none, ...problems } };
}

/** Takes the form that asks for notices of changes, and mails the link that confirms it. */
export const run: RouteHandler = async (request, { buildData, services, address }) => {
	const data = await readBody(request);
	if (typeof data === 'string') return { response: refusalPage(buildData, data), outcome: data };
	const form = readForm(data, Object.keys(buildData.policies));
	const again = (kind: ReturnedNotices, detail?: string) => ({
		response: noticesPage(buildData, kind, form),
		outcome: `notices ${kind}`,
		...(detail !== undefined && { detail }),
	});
	if (Object.keys(form.problems).length > 0) return again('invalid');
	let open: Services;
	try {
		open = await services();
	} catch (error) {
		if (!(error instanceof EnvironmentError)) throw error;
		return again('unavailable', error.message);
	}
	const { email, policies } = form;
	const { subscribers } = open;
	if (!subscribers || policies.some((slug) => !subscribers.policies.includes(slug))) {
		return again('unavailable', 'not set up');
	}
	const titled = { ...open, titles: buildData.policies };
	const asked = await askToConfirm(titled, { email, policies }, address);
	if (asked !== 'asked') return again(asked);
	return { response: redirectToAsked(buildData), outcome: 'notices asked' };
};
