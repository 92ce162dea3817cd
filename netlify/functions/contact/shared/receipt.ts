import { formOf, type Topic } from '#src/forms/forms.ts';
import { type Keys, seal, unseal } from './keys.ts';
import type { Receipt } from './outcome.ts';

/** What a receipt's address says, past its key's name. A change of a shape needs a new prefix. */
type Contact = readonly [reference: string, topic: Topic, received: number];
type AnyForm = readonly [
	form: Receipt['form'],
	...receipt: Contact,
	/** Empty where there is no day by which we answer. */
	due: string,
];
const prefixes = { contact: 'r1', anyForm: 'r2' } as const;

/** The address of a receipt, signed; the same receipt always has the same address. */
export function receiptPath(keys: Keys, receipt: Receipt): string {
	const { form, reference, topic, received, due = '' } = receipt;
	const contact: Contact = [reference, topic, received];
	const anyForm: AnyForm = [form, ...contact, due];
	const r =
		form === 'contact'
			? seal(keys.current, { prefix: prefixes.contact, purpose: 'receipt', payload: contact })
			: seal(keys.current, { prefix: prefixes.anyForm, purpose: 'receipt', payload: anyForm });
	return `${formOf(form).sent}?${new URLSearchParams({ r })}`;
}

/** The receipt that an address carries, or undefined when it was not signed here. */
export function readReceipt(keys: Keys, text: string): Receipt | undefined {
	const opened = (prefix: string) => unseal(keys, { prefix, purpose: 'receipt', text })?.payload;
	// Signed here, each under its prefix.
	const ofContact = opened(prefixes.contact) as Contact | undefined;
	if (ofContact) {
		const [reference, topic, received] = ofContact;
		return { form: 'contact', reference, topic, received };
	}
	const ofAnyForm = opened(prefixes.anyForm) as AnyForm | undefined;
	if (!ofAnyForm) return undefined;
	const [form, reference, topic, received, due] = ofAnyForm;
	return { form, reference, topic, received, ...(due && { due }) };
}
