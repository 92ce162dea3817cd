import { expect, test } from '@playwright/test';
import { solve as work } from '#src/components/form/client/solve.client.ts';
import { reasons, returned } from '#src/forms/outcomes.ts';
import { questionWords, question, trap, ways } from '#src/forms/question.ts';
import { taskOf } from '#src/forms/work.ts';
import { readForm, submission } from '#simulation/bots/form.ts';
import { TestApp, solve, typed } from '#simulation/fakes.ts';

const other = { name: ways.other.name, value: ways.other.value };

/** Somebody without JavaScript: reads the page that came back, fills in something and presses a button. */
class Visitor {
	readonly app: TestApp;
	page = '';
	status = 0;
	seconds = 10;

	constructor(app = new TestApp()) {
		this.app = app;
	}

	async send(values: Record<string, string>): Promise<void> {
		const response = await this.app.post(values);
		this.status = response.status;
		this.page = await response.text();
	}

	async fill(filled: Record<string, string>, pressed?: typeof other): Promise<void> {
		this.app.time += this.seconds * 1000;
		await this.send(submission(readForm(this.page), filled, pressed));
	}

	/** The answer to whatever the page asks. */
	get answer(): string {
		const [, word] = /this word: ([a-z]+)/.exec(this.page) ?? [];
		return word ?? String(solve(this.page));
	}

	get token(): string {
		return readForm(this.page).controls.find(({ name }) => name === 'token')?.value ?? '';
	}

	get mails() {
		return [...this.app.mailer.mails.values()];
	}
}

/** A visitor who looks at one more step. */
async function stepped(app = new TestApp()): Promise<Visitor> {
	const visitor = new Visitor(app);
	await visitor.send(typed);
	return visitor;
}

test('a different check asks a word, keeps what was typed, and a sum when asked again', async () => {
	const visitor = await stepped();
	await visitor.fill({ name: 'Half typed', answer: '12' }, other);
	expect(visitor.status).toBe(200);
	expect(visitor.page).toContain(question.changed);
	expect(visitor.page).toContain('value="Half typed"');
	expect(visitor.page).toMatch(/<label class="sum"[^>]*>\s*Type this word: [a-z]+<\/label>/);
	expect(visitor.page).toContain(questionWords.word.example);
	expect(visitor.page).toContain('inputmode="text"');
	expect(readForm(visitor.page).controls.find(({ name }) => name === 'answer')?.value).toBe('');
	await visitor.fill({}, other);
	expect(visitor.page).toMatch(/<label class="sum"[^>]*>\s*\d+ \+ \d+ =<\/label>/);
	expect(visitor.page).toContain('inputmode="numeric"');
	expect(visitor.app.store.enquiries()).toEqual([]);
});

test('a different check comes before any question, and with nothing filled in', async () => {
	const visitor = new Visitor();
	await visitor.send({ [other.name]: other.value });
	expect(visitor.status).toBe(200);
	expect(visitor.page).not.toContain('There is a problem');
	expect(visitor.page).toContain('Type this word: ');
});

test('a word lets a message through, and the mail says so', async () => {
	const visitor = await stepped();
	await visitor.fill({}, other);
	await visitor.fill({ answer: visitor.answer });
	expect(visitor.status).toBe(303);
	expect(visitor.mails[0]?.headers['X-Enquiry-Assurance']).toBe('word');
});

for (const [name, write] of Object.entries({
	capitals: (word: string) => word.toUpperCase(),
	'spaces and a full stop': (word: string) => ` ${word} . `,
	'quotation marks': (word: string) => `“${word}”`,
	'full-width letters': (word: string) =>
		word.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
})) {
	test(`a word may be written with ${name}`, async () => {
		const visitor = await stepped();
		await visitor.fill({}, other);
		await visitor.fill({ answer: write(visitor.answer) });
		expect(visitor.status).toBe(303);
	});
}

test('a wrong word asks another word', async () => {
	const visitor = await stepped();
	await visitor.fill({}, other);
	await visitor.fill({ answer: 'wrong' });
	expect(visitor.status).toBe(422);
	expect(visitor.page).toContain(questionWords.word.wrong);
	expect(visitor.page).toContain('Type this word: ');
});

test('after three wrong answers the other ways come first, and the question is still good', async () => {
	const visitor = await stepped();
	for (let wrong = 1; wrong <= 3; wrong++) {
		await visitor.fill({ answer: '99' });
		expect(visitor.status).toBe(422);
		const first = visitor.page.indexOf(ways.other.label) < visitor.page.indexOf('class="sum"');
		expect(first, `${wrong} wrong`).toBe(wrong === 3);
	}
	expect(visitor.page).toContain(ways.first);
	await visitor.fill({}, other);
	expect(visitor.page).toContain(ways.first);
	for (let wrong = 4; wrong <= 30; wrong++) await visitor.fill({ answer: 'no' });
	await visitor.fill({ answer: visitor.answer });
	expect(visitor.status).toBe(303);
});

test('work lets a message through in the place of an answer', async () => {
	const app = new TestApp();
	const { token } = await app.solved();
	const done = { token, answer: '', work: work(taskOf(token)), instead: 'yes' };
	expect((await app.post({ ...typed, ...done })).status).toBe(303);
	const [mail] = app.mailer.mails.values();
	expect(mail?.headers['X-Enquiry-Assurance']).toBe('work');
});

test('work beside an answer is noted, and never asked for', async () => {
	const app = new TestApp();
	const proof = await app.solved();
	await app.post({ ...typed, ...proof, work: work(taskOf(proof.token)) });
	const [mail] = app.mailer.mails.values();
	expect(mail?.headers['X-Enquiry-Assurance']).toBe('sum, work');
});

test('work that is not there keeps the question and says so', async () => {
	const app = new TestApp();
	const { token } = await app.solved();
	for (const given of ['', 'half', '1.2.3']) {
		const response = await app.post({
			...typed,
			token,
			answer: '',
			work: given,
			instead: 'yes',
		});
		expect(response.status).toBe(422);
		const page = await response.text();
		expect(page).toContain(ways.unfinished);
		expect(page).toContain(token);
		expect(page).toMatch(/name="instead"[^>]* checked/);
	}
	expect(app.store.enquiries()).toEqual([]);
});

test('work that nobody chose does not stand in for an answer', async () => {
	const app = new TestApp();
	const { token } = await app.solved();
	const response = await app.post({ ...typed, token, work: work(taskOf(token)) });
	expect(await response.text()).toContain(questionWords.sum.required);
});

test('work goes on to count after a different check, and not after a wrong answer', async () => {
	const visitor = await stepped();
	const done = { work: work(taskOf(visitor.token)), instead: 'yes' };
	await visitor.fill({}, other);
	await visitor.fill({ ...done, name: '' });
	expect(visitor.page).toContain(done.work);
	const spent = await stepped();
	const mine = work(taskOf(spent.token));
	await spent.fill({ answer: '99', work: mine });
	expect(spent.page).not.toContain(mine);
	await spent.fill({ work: mine, instead: 'yes' });
	expect(spent.page).toContain(ways.unfinished);
	await visitor.fill({ name: 'Ada' });
	expect(visitor.status).toBe(303);
});

for (const [signal, change] of [
	['trap', { [trap.name]: 'Cheap pills' }],
	['fast', {}],
] as const) {
	test(`${signal} leads to one more step that needs one press of a button`, async () => {
		const visitor = new Visitor();
		const proof = await visitor.app.solved();
		if (signal === 'fast') visitor.app.time -= 9_000;
		await visitor.send({ ...typed, ...proof, ...change });
		expect(visitor.status).toBe(200);
		expect(visitor.page).toContain(returned.step.title);
		expect(visitor.page).toContain(reasons[signal]);
		expect(visitor.page).not.toContain('Cheap pills');
		expect(visitor.mails).toHaveLength(0);
		await visitor.fill({});
		expect(visitor.status).toBe(303);
		expect(visitor.mails).toHaveLength(1);
		expect(visitor.mails[0]?.subject).toMatch(/^Sales: /);
		expect(visitor.mails[0]?.headers['X-Enquiry-Score']).not.toBe('0');
	});

	test(`${signal} again on the page that asked is let through with a label`, async () => {
		const visitor = new Visitor();
		const proof = await visitor.app.solved();
		if (signal === 'fast') visitor.app.time -= 9_000;
		await visitor.send({ ...typed, ...proof, ...change });
		visitor.seconds = signal === 'fast' ? 1 : 10;
		await visitor.fill(change);
		expect(visitor.status).toBe(303);
		expect(visitor.mails[0]?.subject).toMatch(/^\[Possible spam\] Sales: enquiry/);
	});
}

test('under attack an answer and work are let through, at two bits more', async () => {
	const app = new TestApp();
	app.attack = true;
	const proof = await app.solved();
	expect(taskOf(proof.token)).toMatchObject({ puzzles: 16, bits: 16 });
	const response = await app.post({ ...typed, ...proof, work: work(taskOf(proof.token)) });
	expect(response.status).toBe(303);
	const [mail] = app.mailer.mails.values();
	expect(mail?.headers).toMatchObject({
		'X-Enquiry-Assurance': 'sum, work',
		'X-Enquiry-Score': '0',
	});
});

test('under attack whoever has no JavaScript answers two questions of different kinds', async () => {
	const app = new TestApp();
	app.attack = true;
	const visitor = await stepped(app);
	await visitor.fill({ answer: visitor.answer });
	expect(visitor.status).toBe(200);
	expect(visitor.page).toContain(reasons.second);
	expect(visitor.page).toContain('Type this word: ');
	expect(visitor.mails).toHaveLength(0);
	await visitor.fill({ answer: visitor.answer });
	expect(visitor.status).toBe(303);
	expect(visitor.mails[0]).toMatchObject({
		subject: expect.stringMatching(/^\[Possible spam\]/),
		headers: { 'X-Enquiry-Assurance': 'sum, word' },
	});
});

test('under attack work alone is not enough, and says what is', async () => {
	const app = new TestApp();
	app.attack = true;
	const { token } = await app.solved();
	const done = { token, work: work(taskOf(token)), instead: 'yes' };
	const response = await app.post({ ...typed, ...done });
	expect(await response.text()).toContain(ways.both);
});

test('a question from before an attack keeps its easier work', async () => {
	const app = new TestApp();
	const proof = await app.solved();
	app.attack = true;
	const response = await app.post({ ...typed, ...proof, work: work(taskOf(proof.token)) });
	expect(response.status).toBe(303);
});
