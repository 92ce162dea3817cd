/** Domains whose mailboxes are the same with and without full stops, each with the name they share. */
const withoutDots: Readonly<Record<string, string>> = {
	'gmail.com': 'gmail.com',
	'googlemail.com': 'gmail.com',
};

/** Domains at which a hyphen begins a tag; everywhere else it is part of the name. */
const hyphenTagged = /^(?:yahoo|ymail|rocketmail)\./;

/**
 * The mailbox behind an address, the same for every address that leads to it: in small letters, without a tag
 * (`ada+site@…`), and without full stops where the domain pays no heed to them. Two people whose names differ only in
 * what follows a plus sign count as one.
 */
export function mailboxOf(address: string): string {
	const at = address.lastIndexOf('@');
	const domain = address.slice(at + 1).toLowerCase();
	const [untagged = ''] = address.slice(0, at).toLowerCase().split('+');
	const [name = ''] = hyphenTagged.test(domain) ? untagged.split('-') : [untagged];
	const shared = withoutDots[domain];
	return shared ? `${name.replaceAll('.', '')}@${shared}` : `${name}@${domain}`;
}
