import { expect, test } from '@playwright/test';
import { Resend } from 'resend';
import { signedEvent } from '#simulation/signed-event.ts';

const secret = `whsec_${Buffer.from('a secret of some length').toString('base64')}`;

function verify({ body, headers }: ReturnType<typeof signedEvent>) {
	return new Resend('re_x').webhooks.verify({
		payload: body,
		headers: {
			id: headers['svix-id'] ?? '',
			timestamp: headers['svix-timestamp'] ?? '',
			signature: headers['svix-signature'] ?? '',
		},
		webhookSecret: secret,
	});
}

test.describe('a signed event', () => {
	for (const type of ['email.delivered', 'email.bounced', 'email.complained'] as const) {
		test(`of type ${type} passes the check of the provider's SDK`, () => {
			const event = verify(signedEvent({ secret, type, emailId: 'e1', to: ['x@example.com'] }));
			expect(event).toMatchObject({ type, data: { email_id: 'e1', to: ['x@example.com'] } });
		});
	}

	test('says why it bounced', () => {
		const event = verify(signedEvent({ secret, type: 'email.bounced', emailId: 'e1' }));
		expect(event).toMatchObject({ data: { bounce: { type: 'Permanent' } } });
	});

	test('fails the check when a byte of it is changed', () => {
		const event = signedEvent({ secret, type: 'email.delivered', emailId: 'e1' });
		expect(() => verify({ ...event, body: event.body.replace('e1', 'e2') })).toThrow(
			'No matching signature found',
		);
	});

	test('fails the check when it was signed long ago', () => {
		const event = signedEvent({ secret, type: 'email.delivered', emailId: 'e1', at: 0 });
		expect(() => verify(event)).toThrow('too old');
	});

	test('is the same for the same id and time', () => {
		const event = {
			secret,
			type: 'email.delivered',
			emailId: 'e1',
			eventId: 'msg_1',
			at: 1_800_000_000_000,
		} as const;
		expect(signedEvent(event)).toEqual(signedEvent(event));
		expect(signedEvent(event).headers['svix-timestamp']).toBe('1800000000');
	});
});
