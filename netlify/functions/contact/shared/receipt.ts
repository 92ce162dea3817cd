import { formOf, type Topic } from '#src/forms/forms.ts';
import { type Keys, seal, unseal } from './keys.ts';
import type { Receipt } from './outcome.ts';

type Policy = readonly [date: string, sha256: string];

/**
 * What a receipt's address says, past its key's name; the first ones of the contact form said nothing of the policy. Any
 * other change of a shape needs a new prefix.
 */
type OfContact = readonly [reference: string, topic: Topic, received: number, policy?: Policy];
type OfAnyForm = readonly [
	form: Receipt['form'],
	/** Empty where there is no day by which we answer. */
	due: string,
	...receipt: OfContact,
];
const prefixes = { contact: 'r1', anyForm: 'r2' } as const;

/** The address of a receipt, signed; the same receipt always has the same address. */
export function receiptPath(keys: Keys, receipt: Receipt): string {
	const { form, reference, topic, received, due = '', policy } = receipt;
	const told = [reference, topic, received] as const;
	const whole: OfContact = policy ? [...told, [policy.date, policy.sha256]] : told;
	const ofAnyForm: OfAnyForm = [form, due, ...whole];
	const r =
		form === 'contact'
			? seal(keys.current, { prefix: prefixes.contact, purpose: 'receipt', payload: whole })
			: seal(keys.current, { prefix: prefixes.anyForm, purpose: 'receipt', payload: ofAnyForm });
	return `${formOf(form).sent}?${new URLSearchParams({ r })}`;
}

function receiptOf([reference, topic, received, version]: OfContact): Omit<Receipt, 'form'> {
	const policy = version && { date: version[0], sha256: version[1] };
	return { reference, topic, received, ...(policy && { policy }) };
}

/** The receipt that an address carries, or undefined when it was not signed here. */
export function readReceipt(keys: Keys, text: string): Receipt | undefined {
	const opened = (prefix: string) => unseal(keys, { prefix, purpose: 'receipt', text })?.payload;
	// Signed here, each under its prefix.
	const ofContact = opened(prefixes.contact) as OfContact | undefined;
	if (ofContact) return { form: 'contact', ...receiptOf(ofContact) };
	const ofAnyForm = opened(prefixes.anyForm) as OfAnyForm | undefined;
	if (!ofAnyForm) return undefined;
	const [form, due, ...rest] = ofAnyForm;
	return { form, ...receiptOf(rest), ...(due && { due }) };
}
