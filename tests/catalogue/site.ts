import { canonical, hashOf } from '#src/policies/text/canonical.ts';
import { parse } from '#src/policies/text/parse.ts';

/** The invented site on which the catalogue makes its mistakes. Its day is 1 March 2027. */
export const today = '2027-03-01';

const first = `---
kind: first
announced: "2026-11-23"
---

## About us {/* #about */}

Claranet Limited runs this service, and we trade as Claranet SOHO. In this policy, **usage data** means what you do on our pages.

## What we collect {/* #collection */}

We collect usage data. We must tell you about it within 30 days:

- your name;
- your e-mail address;
- what you ask us.

## How long we keep it {/* #retention */}

We keep your data for six years. We may keep it for longer if the law says so.

| Kind | Kept for |
|---|---|
| Letters | six years |
| Calls | one year |

### Backups {/* #backups */}

A backup is gone after 90 days.

## Former names {/* #names */}

We had other names.

## How to reach us {/* #contact */}

Write to Claranet Limited, 21 Southampton Row, London WC1B 5HA, ring [0800 640 8010](tel:+448006408010), or send an e-mail to [privacy@uk.clara.net](mailto:privacy@uk.clara.net). See also [What we collect](#collection) and our [acceptable use policy](/acceptable-use/).
`;

const second = first
	.replace(
		'kind: first\nannounced: "2026-11-23"',
		`kind: material
announced: "2026-12-15"
changes:
  - clause: names
    what: The clause on former names goes.
    why: Nobody asked for it.
  - clause: retention
    what: We say that letters on paper are shredded.
    why: Readers asked.`,
	)
	.replace('## Former names {/* #names */}\n\nWe had other names.\n\n', '')
	.replace('if the law says so.', 'if the law says so. Letters on paper are shredded.');

/** The version that may still change: announced for later. */
const third = second
	.replace('announced: "2026-12-15"', 'announced: "2027-04-20"')
	.replace(
		/changes:[\s\S]*?---/,
		`changes:
  - clause: collection
    what: We also collect your telephone number.
    why: The form asks for it.
  - clause: contact
    what: You can come to see us.
    why: Readers asked.
---`,
	)
	.replace('See also', 'You can come to see us. See also')
	.replace('- what you ask us.', '- your telephone number;\n- what you ask us.');

const privacy = `title: Privacy policy
description: How this invented company uses what you tell it, how long it keeps it, and what you can ask.
leadTimeDays: 30
clauses:
  about: { since: "2026-11-23" }
  collection: { since: "2026-11-23" }
  retention: { since: "2026-11-23" }
  backups: { since: "2026-11-23" }
  names: { since: "2026-11-23", removed: "2027-02-01", see: [about], note: Nobody asked for it. }
  contact: { since: "2026-11-23" }
`;

const use = `title: Acceptable use policy
description: How the services of this invented company may be used, how they may not, and how to report it.
leadTimeDays: 30
clauses:
  lawful: { since: "2026-11-23" }
`;

const useFirst = `---
kind: first
announced: "2026-11-23"
---

## Lawful use {/* #lawful */}

Use the service lawfully. Our [privacy policy](/privacy/#retention) says how long we keep what we know.
`;

const company = `/** A telephone line. */
export interface Line {
	readonly id: 'sales' | 'support';
	readonly title: string;
	readonly answeredBy?: string;
	readonly number: string;
	readonly tel: string;
	readonly hours?: Hours;
}

export interface Hours {
	readonly words: string;
	readonly days: readonly number[];
	readonly from?: string;
	readonly to?: string;
}

export const company = {
	name: 'Claranet SOHO',
	legalName: 'Claranet Limited',
	address: ['21 Southampton Row', 'London', 'WC1B 5HA'],
	site: 'https://www.claranetsoho.co.uk',
	privacyEmail: 'privacy@uk.clara.net',
	timeZone: 'Europe/London',
} as const;

export const lines: readonly Line[] = [
	{
		id: 'sales',
		title: 'Sales',
		number: '0800 640 8009',
		tel: '+448006408009',
		hours: {
			words: 'Monday to Friday, 09:00 to 17:30',
			days: [1, 2, 3, 4, 5],
			from: '09:00',
			to: '17:30',
		},
	},
	{
		id: 'support',
		title: 'Technical support',
		number: '0800 640 8010',
		tel: '+448006408010',
		hours: { words: 'Seven days a week', days: [1, 2, 3, 4, 5, 6, 7] },
	},
];
`;

const field = `interface Described {
	readonly label: string;
	readonly hint?: string;
}

interface Written extends Described {
	readonly required?: string;
	readonly limit: number;
	readonly autocomplete?: string;
}

interface Line extends Written {
	readonly control: 'text' | 'tel';
}

interface Email extends Written {
	readonly control: 'email';
	readonly malformed: string;
}

interface Choice {
	readonly value: string;
	readonly label: string;
}

interface Radios extends Described {
	readonly control: 'radios';
	readonly required: string;
	readonly choices: readonly Choice[];
}

export type Field = Line | Email | Radios;
export type Fields = Readonly<Record<string, Field>>;
`;

const contact = `import type { Fields } from './field.ts';

const fields = {
	name: {
		control: 'text',
		label: 'Your name',
		required: 'Enter your name',
		hint: 'Up to 100 characters.',
		limit: 100,
	},
	email: {
		control: 'email',
		label: 'E-mail address',
		required: 'Enter your e-mail address',
		malformed: 'Enter an e-mail address like name@example.com',
		limit: 254,
	},
	topic: {
		control: 'radios',
		label: 'What is it about?',
		required: 'Choose what it is about',
		choices: [
			{ value: 'sales', label: 'Sales' },
			{ value: 'other', label: 'Something else' },
		],
	},
} as const satisfies Fields;

export const contact = { id: 'contact', page: '/contact/', fields } as const;
`;

const home = `---
title: An invented company
description: The policies of an invented company in plain English, and every way to get in touch with it.
---

<Lead>
  Here you can read our policies.
</Lead>

## Get in touch

[Write to us](/contact/#write), read the [privacy policy](/privacy/), or ring us:

<Phones />
`;

const bankHolidays = `export const bankHolidays = {
	first: '2026-01-01',
	last: '2027-12-31',
	days: new Set(['2026-12-25']),
} as const;
`;

const contactPage = `---
title: Get in contact with us
description: Write to the invented company with the contact form, or ring its sales or support team.
---

<section id="write">

## Drop us an e-mail

Would you rather talk? [Ring us](#talk).

<ContactForm />

</section>
<section id="talk">

## Speak to us

<Phones />

![The entrance of our office](/office.png)

</section>
`;

/** The line of a route that names a component. */
const named = (name: string, path: string) => `import ${name} from '${path}';`;

/** What was published of a version, as the lock keeps it. */
function locked(text: string, announced: string) {
	const words = canonical(parse(text, 'version').document);
	return { announced, sha256: hashOf(words), text: words.split('\n') };
}

const lock = {
	'acceptable-use@2026-11-23': locked(useFirst, '2026-11-23'),
	'privacy@2026-11-23': locked(first, '2026-11-23'),
	'privacy@2027-02-01': locked(second, '2026-12-15'),
};

/** The files of the site by path. */
export const files: Readonly<Record<string, string>> = {
	'src/company.ts': company,
	'src/forms/field.ts': field,
	'src/forms/contact.ts': contact,
	'netlify/functions/contact/shared/bank-holidays.ts': bankHolidays,
	'src/content/pages/home.mdx': home,
	'src/content/pages/contact.mdx': contactPage,
	'src/content/policies.lock.json': `${JSON.stringify(lock, null, '\t')}\n`,
	'src/content/policies/privacy/policy.yaml': privacy,
	'src/content/policies/privacy/2026-11-23.mdx': first,
	'src/content/policies/privacy/2027-02-01.mdx': second,
	'src/content/policies/privacy/2027-06-01.mdx': third,
	'src/content/policies/acceptable-use/policy.yaml': use,
	'src/content/policies/acceptable-use/2026-11-23.mdx': useFirst,
	'src/layouts/Document.astro': `---
${named('Lead', '#src/components/Lead.astro')}
${named('Phones', '#src/components/Phones.astro')}
---

<Content components={{ Lead, Phones, ...components }} />
`,
	'src/pages/index.astro': `---
${named('Document', '#src/layouts/Document.astro')}
---

<Document entry="home" />
`,
	'src/pages/contact/index.astro': `---
${named('ContactForm', '#src/components/form/ContactForm.astro')}
${named('Document', '#src/layouts/Document.astro')}
---

<Document entry="contact" components={{ ContactForm }} />
`,
	'src/components/Lead.astro': '<div class="lead">\n\t<slot />\n</div>\n',
	'src/components/Phones.astro': '<dl class="phones" id="phones"></dl>\n',
	'src/components/form/ContactForm.astro': '<form id="form"></form>\n',
	'public/office.png': '',
	'public/favicon.svg': '<svg />',
};
