import type { FormId } from './addresses.ts';
import { contact } from './contact.ts';
import type { Form } from './form.ts';
import { yourData } from './your-data.ts';

/** Every form of the site by its id. */
export const forms = {
	contact,
	'your-data': yourData,
} as const satisfies Readonly<Record<FormId, Form>>;

export type ContactTopic = (typeof contact.fields.topic.choices)[number]['value'];
type DataTopic = (typeof yourData.fields.topic.choices)[number]['value'];
export type Topic = ContactTopic | DataTopic;

/** Who a message goes to: the contact form has recipients for each topic, every other form its own. */
export type Recipient = ContactTopic | Exclude<FormId, 'contact'>;

/** A form as any form is seen. */
export const formOf = (id: FormId): Form => forms[id];

const isContactTopic = (topic: string): topic is ContactTopic =>
	contact.fields.topic.choices.some(({ value }) => value === topic);

/** Whether a topic is one that a form offers. */
export const isTopicOf = (id: FormId, topic: unknown): topic is Topic =>
	formOf(id).fields.topic.choices.some(({ value }) => value === topic);

/** Whose mailbox a topic of a form goes to. */
export const recipientOf = (id: FormId, topic: Topic): Recipient =>
	id === 'contact' ? (isContactTopic(topic) ? topic : 'other') : id;

/** The words of a topic as the visitor chose it. */
export const topicLabel = (id: FormId, topic: string): string =>
	formOf(id).fields.topic.choices.find(({ value }) => value === topic)?.label ?? topic;
