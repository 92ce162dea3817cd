/** The first element that a selector finds. Throws when there is none. */
export function find<E extends Element>(root: ParentNode, selector: string): E {
	const found = root.querySelector<E>(selector);
	if (!found) throw new Error(`The form has no ${selector}`);
	return found;
}

/** The control of a form with this name. Throws when there is none. */
export const input = (form: HTMLFormElement, name: string): HTMLInputElement =>
	find(form, `[name=${name}]`);
