import { formAddresses } from '#src/forms/addresses.ts';
import { challengeLifetime, issueChallenge } from '#contact/captcha/challenge.ts';
import { takeEvent } from '#contact/delivery/events/mail-events.ts';
import { utcDay } from '#contact/shared/times.ts';
import type { Mail } from '#src/commands/local/provider/mail-database.ts';
import { readForm, submission } from '../bots/form.ts';
import { policyVersion, solve, typed } from '../fakes.ts';
import { type Action, ample, type Deed, type History, planOf, type Scene } from './histories.ts';
import { Process } from './instance.ts';
import { OpenNetwork, type Turn } from './fake-network.ts';
import { erase, release } from './release.ts';
import { World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;

const textOf = (form: number, text: number): string =>
	`This is text ${text} on form ${form}, and it goes on for some more words.`;

/** What is asked in a request about personal data, besides the e-mail address and the message. */
const request = { topic: 'access', name: 'Ada Lovelace' } as const;

/** What the provider tells of a mail, by what somebody does in a history. */
const events: Partial<Record<Deed, string>> = {
	delivered: 'email.delivered',
	bounced: 'email.bounced',
	complained: 'email.complained',
};

/** A history as it is played. */
export class Scenario {
	readonly world = new World();
	/** What was posted, and whether anybody was told that it is sent. */
	readonly told = new Map<string, boolean>();
	/** When each message was posted, and under which challenge it may have been taken then. */
	readonly #posts = new Map<string, { readonly at: number; readonly challenge: string }[]>();
	/** What somebody erased; nobody expects it to arrive. */
	readonly erased = new Set<string>();
	/** What the provider told first of each mail, by its id. */
	readonly fates = new Map<string, string>();
	/** What the provider was there for, and nobody tried to send. */
	readonly untried: string[] = [];
	readonly #history: History;
	readonly #proofs: readonly Readonly<Record<string, string>>[];
	readonly #asked = new Set<string>();
	readonly #start: number;
	#policy = 0;

	constructor(history: History) {
		this.#history = history;
		const line = this.#network();
		const { issuer } = this.#process(line).services();
		line.close();
		this.#proofs = history.pages.map(({ form, age, hasToken }) => {
			const now = () => this.world.time - age * minute;
			const { token, shown } = issueChallenge({ ...issuer, now }, { form });
			return hasToken ? { token, answer: String(solve(shown)) } : {};
		});
		this.#start = this.world.time;
		this.world.time += 10_000;
	}

	readonly #turn: Turn = () => this.#history.turns.schedule(Promise.resolve());

	#network(turn: Turn = this.#turn): OpenNetwork {
		return new OpenNetwork(this.world, () => undefined, turn);
	}

	#process(line: OpenNetwork, skew = 0): Process {
		const { budget, networkBudget, confirms, fallback } = this.#history;
		const process = new Process(this.world, line, skew * minute);
		process.budgets = { site: budget, network: networkBudget };
		process.policy = { ...policyVersion, date: `2026-11-${23 + this.#policy}` };
		process.secrets = confirms ? { webhook: 'whsec_eA==' } : {};
		process.fallback = fallback ? ['second@example.com'] : undefined;
		return process;
	}

	async #act(process: Process, { form, text }: Action): Promise<void> {
		const services = process.services();
		if (typeof text === 'number') await this.#send(process, form, text);
		else if (text === 'round') await process.round(1000);
		else if (text === 'retry') await release(services, ['refused', 'bounced', 'broken']);
		else if (text === 'erase') await this.#erase(process, form);
		else await this.#tell(process, this.#lastMail(form), text);
	}

	async #erase(process: Process, form: number): Promise<void> {
		const text = textOf(form, 0);
		// It may be erased although nobody was told so.
		this.erased.add(text);
		await erase(process.services(), text);
	}

	/** The last mail to staff for what was written on a form. */
	#lastMail(form: number): Mail | undefined {
		const mails = this.world.mails().filter(({ headers }) => headers['X-Enquiry-Reference']);
		return mails.findLast(({ text }) => text?.includes(`on form ${form},`));
	}

	/** Tells a process what became of a mail, once that is known for good. */
	async #tell(process: Process, mail: Mail | undefined, deed: Deed): Promise<void> {
		if (!mail || !this.#history.confirms) return;
		const type = this.fates.get(mail.id) ?? events[deed] ?? 'email.delivered';
		this.fates.set(mail.id, type);
		const tags = Object.fromEntries((mail.tags ?? []).map(({ name, value }) => [name, value]));
		await takeEvent(process.services(), { type, data: { tags } });
	}

	async #send(process: Process, form: number, text: number): Promise<void> {
		const message = textOf(form, text);
		// Whoever answered another question for a message does not go back to the first; whoever sent it before answers no other.
		if (this.#asked.has(message)) return;
		const isFirst = !this.told.has(message);
		this.#notePost(message, form, process.services().now());
		this.told.set(message, this.told.get(message) ?? false);
		const email = `ada${form}@example.org`;
		const id = this.#history.pages[form]?.form ?? 'contact';
		let fields: Record<string, string> = {
			...(id === 'contact' ? { ...typed, 'copy-to-me': 'yes' } : request),
			email,
			message,
			...this.#proofs[form],
		};
		// Whoever is asked again answers again, with what came back in the form.
		for (let page = 0; page < 3; page++) {
			const body = new URLSearchParams(fields);
			const url = `https://www.example.com${formAddresses[id].action}`;
			const response = await process.respond(new Request(url, { method: 'POST', body }));
			if (response.status === 303) this.told.set(message, true);
			if (response.status !== 200 || !isFirst) break;
			this.#asked.add(message);
			const returned = await response.text();
			const [, word] = /this word: ([a-z]+)/.exec(returned) ?? [];
			fields = submission(readForm(returned), { answer: word ?? String(solve(returned)) });
		}
		await process.settle();
	}

	/** Notes under which challenge a server takes a message now: that of its page while it is good, else one of the day. */
	#notePost(message: string, form: number, now: number): void {
		const page = this.#history.pages[form];
		const isGood = page?.hasToken && now < this.#start + challengeLifetime - page.age * minute;
		const post = { at: this.world.time, challenge: isGood ? 'page' : utcDay(now) };
		this.#posts.set(message, [...(this.#posts.get(message) ?? []), post]);
	}

	/** Whether a message was sent again after the challenge had ended under which it may have been taken before. */
	endedBetween(message: string): boolean {
		const posts = this.#posts.get(message) ?? [];
		return new Set(posts.map(({ challenge }) => challenge)).size > 1;
	}

	/** Whether a message was sent again more than so many hours after it was sent first. */
	sentAgainAfter(message: string, hours: number): boolean {
		const times = (this.#posts.get(message) ?? []).map(({ at }) => at);
		return Math.max(...times) - Math.min(...times) > hours * hour;
	}

	async play(scene: Scene): Promise<void> {
		if (scene.deploys) this.#policy++;
		const lines = [0, 1].map(
			(number) => new OpenNetwork(this.world, planOf(scene, number), this.#turn),
		);
		const processes = lines.map((line, number) => this.#process(line, number * this.#history.skew));
		const work = scene.actions.map((action) => {
			const [line, process] = [lines[action.process], processes[action.process]];
			// Whoever gets no answer can do nothing about it.
			const act = process && this.#act(process, action).catch(() => undefined);
			return line && Promise.race([act, line.death]);
		});
		await this.#history.turns.waitFor(Promise.all(work));
		await this.#history.turns.waitFor(Promise.all(lines.flatMap(({ late }) => late)));
		for (const line of lines) line.close();
		this.world.time += scene.minutes * minute;
	}

	/** Notes what waits without a try, after the round that follows each lease and each hour's budget. */
	async #noteUntried(): Promise<void> {
		for (const [key, record] of await this.world.records()) {
			if (!('delivery' in record) || record.delivery.held) continue;
			if (record.delivery.tries === 0) this.untried.push(key);
		}
	}

	/** The faults are over, somebody looks after what waits for a person, and rounds go on for some hours. */
	async recover(hours: number): Promise<void> {
		for (let round = 0; round < hours; round++) {
			const line = this.#network(() => Promise.resolve());
			const process = this.#process(line);
			await release(process.services(), ['refused', 'bounced', 'broken']);
			await process.round(round % 10 === 0 ? 1000 : 0);
			if (round === 1 && this.#history.budget === ample) await this.#noteUntried();
			for (const mail of this.world.mails()) {
				if (mail.headers['X-Enquiry-Reference']) await this.#tell(process, mail, 'delivered');
			}
			line.close();
			this.world.time += hour;
		}
	}
}
