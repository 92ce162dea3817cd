import { add, all, company, contact, draft, edit, form, home, type Mistake, remove, rename, registry } from '../change.ts';

const inCompany = (name: string, from: string, to: string, id: string, at: string, byHand?: true): Mistake => ({
	...{ name, id, at, file: company, change: edit(company, from, to) },
	...(byHand && { byHand }),
});
const inForm = (name: string, from: string, to: string, id: string, at: string, byHand?: true): Mistake => ({
	...{ name, id, at, file: form, change: edit(form, from, to) },
	...(byHand && { byHand }),
});
const inDraft = (name: string, from: string, to: string, id: string, at: string, byHand?: true): Mistake => ({
	...{ name, id, at, file: draft, change: edit(draft, from, to) },
	...(byHand && { byHand }),
});
const onHome = (name: string, from: string, to: string, id: string, at: string, byHand?: true): Mistake => ({
	...{ name, id, at, file: home, change: edit(home, from, to) },
	...(byHand && { byHand }),
});
const policies = 'src/content/policies';

/** Mistakes in facts, forms, pages and the names of files. */
export const facts: readonly Mistake[] = [
	inCompany('a comma that is missing', "title: 'Sales',", "title: 'Sales'", 'code-comma', '¦number: \'0800 640 8009', true),
	inCompany('a quotation mark that is missing', "title: 'Sales',", "title: 'Sales,", 'code-quote', "title: ¦'Sales,", true),
	inCompany('a curly quotation mark', "title: 'Sales',", 'title: ‘Sales’,', 'code-sign', 'title: ¦‘', true),
	inCompany('a misspelt fact', "number: '0800 640 8009'", "nubmer: '0800 640 8009'", 'fact-key-unknown', '¦nubmer'),
	inCompany('a fact that is missing', "\t\tnumber: '0800 640 8009',\n", '', 'fact-key-missing', '¦{\n\t\tid: \'sales', true),
	inCompany('a fact without words', "title: 'Sales'", "title: ''", 'fact-empty', "title: ¦''", true),
	inCompany('a number as a number', "number: '0800 640 8009'", 'number: 8006408009', 'fact-shape', 'number: ¦800', true),
	inCompany('a number that is dialled another way', "tel: '+448006408009'", "tel: '+448006408090'", 'fact-tel', "tel: ¦'+448006408090"),
	inCompany('a number that is too short', "number: '0800 640 8009'", "number: '0800 640 80'", 'fact-number', "number: ¦'0800 640 80'", true),
	inCompany('the same number twice', "number: '0800 640 8010',\n\t\ttel: '+448006408010'", "number: '0800 640 8009',\n\t\ttel: '+448006408009'", 'fact-twice', "support',\n\t\ttitle: 'Technical support',\n\t\tnumber: ¦'0800", true),
	inCompany('hours that end before they begin', "from: '09:00',\n\t\t\tto: '17:30'", "from: '17:30',\n\t\t\tto: '09:00'", 'hours-order', "to: ¦'09:00", true),
	inCompany('a time of another shape', "from: '09:00'", "from: '9am'", 'hours-time', "from: ¦'9am'"),
	inCompany('a time that never comes', "to: '17:30'", "to: '25:30'", 'hours-time', "to: ¦'25:30'", true),
	inCompany('an end that is missing', "\t\t\tto: '17:30',\n", '', 'hours-half', "from: ¦'09:00'", true),
	inCompany('a day that is none', 'days: [1, 2, 3, 4, 5],', 'days: [0, 1, 2, 3, 4],', 'hours-day', 'days: [¦0', true),
	inCompany('words that say another time', '09:00 to 17:30', '09:00 to 18:00', 'hours-words', "words: ¦'Monday", true),
	inCompany('words that say other days', 'Monday to Friday', 'Monday to Saturday', 'hours-words', "words: ¦'Monday", true),
	inCompany('an e-mail address without @', "'privacy@uk.clara.net'", "'privacy.uk.clara.net'", 'fact-mail', "privacyEmail: ¦'privacy.", true),
	inCompany('a site without https', "'https://www.claranetsoho.co.uk'", "'www.claranetsoho.co.uk/'", 'fact-site', "site: ¦'www"),
	inCompany('a postcode that is none', 'WC1B 5HA', 'WCIB 5HA', 'fact-postcode', "¦'WCIB", true),
	inCompany('a time zone that is none', "'Europe/London'", "'London'", 'fact-zone', "timeZone: ¦'London", true),
	inCompany('an unknown line', "id: 'sales',", "id: 'seles',", 'fact-shape', "id: ¦'seles", true),
	{
		...{ name: 'a number that the policy does not have any more', id: 'mention-number', file: draft, at: 'ring [¦0800 640 8010', byHand: true },
		change: all(edit(company, '0800 640 8010', '0800 640 8011'), edit(company, '+448006408010', '+448006408011')),
	},
	inDraft('a number with a wrong digit', '[0800 640 8010](tel:+448006408010)', '0800 640 8019', 'mention-number', 'ring ¦0800 640 8019'),
	inDraft('somebody else’s number', '[0800 640 8010](tel:+448006408010)', '0333 222 1111', 'mention-number-other', 'ring ¦0333', true),
	inDraft('an e-mail address with a wrong letter', '[privacy@uk.clara.net](mailto:privacy@uk.clara.net)', 'privacy@uk.claranet.net', 'mention-mail', 'to ¦privacy@uk.claranet'),
	inDraft('another house', '21 Southampton Row', '12 Southampton Row', 'mention-address', '¦12 Southampton'),
	inDraft('another postcode', 'WC1B 5HA', 'WC1B 5AH', 'mention-address', '¦21 Southampton'),
	inDraft('the company’s name in small letters', 'Claranet SOHO', 'Claranet Soho', 'mention-name', 'as ¦Claranet Soho'),
	inForm('a field without a label', "\t\tlabel: 'Your name',\n", '', 'fact-key-missing', '¦{\n\t\tcontrol: \'text', true),
	inForm('a field with an empty label', "label: 'Your name'", "label: ''", 'fact-empty', "label: ¦''", true),
	inForm('a field with an empty message', "required: 'Enter your name'", "required: ''", 'fact-empty', "required: ¦''", true),
	inForm('an e-mail address without its message', "\t\tmalformed: 'Enter an e-mail address like name@example.com',\n", '', 'fact-key-missing', "¦{\n\t\tcontrol: 'email", true),
	inForm('choices without their message', "\t\trequired: 'Choose what it is about',\n", '', 'fact-key-missing', "¦{\n\t\tcontrol: 'radios", true),
	inForm('a hint that contradicts its limit', 'Up to 100 characters', 'Up to 200 characters', 'form-hint', "hint: ¦'Up", true),
	inForm('a limit in quotation marks', 'limit: 100', "limit: '100'", 'fact-shape', "limit: ¦'100'", true),
	inForm('a limit of nought', 'limit: 254', 'limit: 0', 'form-limit', 'limit: ¦0', true),
	inForm('an unknown control', "control: 'text'", "control: 'txt'", 'fact-shape', "control: ¦'txt'", true),
	inForm('a misspelt word', 'hint:', 'hnit:', 'fact-key-unknown', '¦hnit'),
	inForm('one choice', "\t\t\t{ value: 'other', label: 'Something else' },\n", '', 'form-choices', 'choices: ¦[', true),
	inForm('the same choice twice', "value: 'other'", "value: 'sales'", 'fact-twice', "{ value: 'sales', label: 'Sales' },\n\t\t\t{ value: ¦'sales'", true),
	inForm('the same label twice', "label: 'E-mail address'", "label: 'Your name'", 'fact-twice', "'email',\n\t\tlabel: ¦'Your name", true),
	inForm('an apostrophe', "'Enter your name'", "'Enter your company's name'", 'code-comma', "company'¦s", true),
	onHome('an unknown component', '<Phones />', '<Phone />', 'component-unknown', '<¦Phone />'),
	onHome('a component of another page', '<Phones />', '<ContactForm />', 'component-unknown', '<¦ContactForm', true),
	onHome('a prop that a component does not take', '<Phones />', '<Phones colour="red" />', 'component-prop', '<Phones ¦colour'),
	onHome('a script', '<Phones />', '<Phones />\n\n<script>alert</script>', 'tag-unsafe', '<¦script', true),
	onHome('a style', '<Phones />', '<Phones />\n\n<p style="color: red">red</p>', 'component-prop', '<p ¦style'),
	onHome('a misspelt attribute', '<Phones />', '<Phones />\n\n<p clas="x">red</p>', 'component-prop', '<p ¦clas'),
	{
		...{ name: 'a page without its form', id: 'component-lost', file: contact, at: 'png)\n\n</section¦>', byHand: true },
		change: edit(contact, '<ContactForm />\n\n', ''),
	},
	{
		...{ name: 'a form twice', id: 'component-twice', file: contact, at: '/>\n\n¦<ContactForm', byHand: true },
		change: edit(contact, '<ContactForm />', '<ContactForm />\n\n<ContactForm />'),
	},
	{
		...{ name: 'an id twice on a page', id: 'id-twice', file: contact, at: '<section ¦id="talk">\n\n## Speak', byHand: true },
		change: edit(contact, 'id="write"', 'id="talk"'),
	},
	{
		...{ name: 'a page that ends with .md', id: 'file-ending', file: 'src/content/pages/about.md', byHand: true },
		change: add('src/content/pages/about.md', '# About'),
	},
	{
		...{ name: 'a page in capitals', id: 'file-ending', file: 'src/content/pages/about.MDX', byHand: true },
		change: add('src/content/pages/about.MDX', '# About'),
	},
	{
		...{ name: 'a page that no route draws', id: 'page-undrawn', file: 'src/content/pages/about.mdx', byHand: true },
		change: add('src/content/pages/about.mdx', '---\ntitle: About\ndescription: What this invented company does, and who works for it in which town.\n---\n\nWords.\n'),
	},
	{
		...{ name: 'a page that is gone', id: 'page-missing', file: home, byHand: true },
		change: remove(home),
	},
	{
		...{ name: 'a version beside the folders', id: 'file-beside', file: `${policies}/2027-09-01.mdx`, byHand: true },
		change: add(`${policies}/2027-09-01.mdx`, '---\nkind: first\n---\n'),
	},
	{
		...{ name: 'a version in a folder too deep', id: 'file-stray', file: `${policies}/privacy/old/2025-09-01.mdx`, byHand: true },
		change: add(`${policies}/privacy/old/2025-09-01.mdx`, '---\nkind: first\n---\n'),
	},
	{
		...{ name: 'a version named the British way', id: 'file-date', file: `${policies}/privacy/01-06-2027.mdx`, byHand: true },
		change: rename(draft, `${policies}/privacy/01-06-2027.mdx`),
	},
	{
		...{ name: 'a version on a day that never comes', id: 'file-date', file: `${policies}/privacy/2027-02-30.mdx`, byHand: true },
		change: rename(draft, `${policies}/privacy/2027-02-30.mdx`),
	},
	{
		...{ name: 'a copy of a version', id: 'file-date', file: `${policies}/privacy/2027-06-01 copy.mdx`, byHand: true },
		change: rename(draft, `${policies}/privacy/2027-06-01 copy.mdx`),
	},
	{
		...{ name: 'a version that ends with .md', id: 'file-ending', file: `${policies}/privacy/2027-06-01.md`, byHand: true },
		change: rename(draft, `${policies}/privacy/2027-06-01.md`),
	},
	{
		...{ name: 'a registry that ends with .yml', id: 'file-ending', file: `${policies}/privacy/policy.yml`, byHand: true },
		change: rename(registry, `${policies}/privacy/policy.yml`),
	},
	{
		...{ name: 'a policy without its registry', id: 'policy-facts-missing', file: registry, byHand: true },
		change: remove(registry),
	},
	{
		...{ name: 'a policy without a version', id: 'policy-versions-missing', file: `${policies}/cookies/policy.yaml`, byHand: true },
		change: add(`${policies}/cookies/policy.yaml`, 'title: Cookies\ndescription: What cookies this invented company would set, if it ever set any, and for how long.\nleadTimeDays: 30\nclauses: {}\n'),
	},
	{
		...{ name: 'a policy whose folder has capitals', id: 'policy-folder', file: `${policies}/Cookie Policy/policy.yaml`, byHand: true },
		change: add(`${policies}/Cookie Policy/policy.yaml`, 'title: Cookies\n'),
	},
	{
		...{ name: 'a note beside the policies', id: 'file-stray', file: `${policies}/notes.txt`, byHand: true },
		change: add(`${policies}/notes.txt`, 'Ask Sam.'),
	},
	{
		...{ name: 'a policy at the address of a page', id: 'policy-address', file: `${policies}/contact/policy.yaml`, byHand: true },
		change: all(
			add(`${policies}/contact/policy.yaml`, 'title: Contacts\ndescription: What this invented company does with the contacts that it has, if it has any at all.\nleadTimeDays: 30\nclauses:\n  none: { since: "2027-09-01" }\n'),
			add(`${policies}/contact/2027-09-01.mdx`, '---\nkind: first\n---\n\n## None {/* #none */}\n\nWe have none.\n'),
		),
	},
];
