import { formAddresses, type FormId, formIds } from '#src/forms/addresses.ts';

/** The addresses of a form that the function answers, by what they are for. */
export const formPaths = (id: FormId) => {
	const { challenge, action, sent } = formAddresses[id];
	return { challenge, send: action, receipt: sent };
};

const forms = new Map(
	formIds.flatMap((id) => Object.values(formPaths(id)).map((path): [string, FormId] => [path, id])),
);

/** The form that a request is about, by its address; the contact form where it is about none. */
export const formAt = ({ url }: Request): FormId => forms.get(new URL(url).pathname) ?? 'contact';
