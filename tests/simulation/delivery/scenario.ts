import { issueChallenge } from '#contact/captcha/challenge.ts';
import { solve, typed } from '../fakes.ts';
import { type Action, forms, type History, planOf, type Scene } from './histories.ts';
import { Process } from './instance.ts';
import { OpenNetwork, type Turn } from './fake-network.ts';
import { release } from './release.ts';
import { World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;

const textOf = (form: number, text: number): string => `text ${text} on form ${form}.`;

/** A history as it is played. */
export class Scenario {
	readonly world = new World();
	/** What was posted, and whether anybody was told that it is sent. */
	readonly told = new Map<string, boolean>();
	readonly #history: History;
	readonly #tokens: readonly { token: string; answer: string }[];
	#policy = 0;

	constructor(history: History) {
		this.#history = history;
		const { issuer } = this.#process(
			new OpenNetwork(this.world, () => undefined, this.#turn),
		).services();
		this.#tokens = Array.from({ length: forms }, () => {
			const { token, shown } = issueChallenge(issuer);
			return { token, answer: String(solve(shown)) };
		});
		this.world.time += 10_000;
	}

	readonly #turn: Turn = () => this.#history.turns.schedule(Promise.resolve());

	#process(line: OpenNetwork): Process {
		const process = new Process(this.world, line);
		process.budgets = { site: this.#history.budget, network: 60 };
		process.policy = `2026-11-${23 + this.#policy}`;
		return process;
	}

	async #act(process: Process, { form, text }: Action): Promise<void> {
		if (text === 'round') await process.round().catch(() => undefined);
		else if (text === 'release') {
			await release(process.services(), ['refused']).catch(() => undefined);
		} else await this.#send(process, form, text);
	}

	async #send(process: Process, form: number, text: number): Promise<void> {
		const message = textOf(form, text);
		this.told.set(message, this.told.get(message) ?? false);
		const fields = { ...typed, 'copy-to-me': 'yes', message, ...this.#tokens[form] };
		const request = new Request('https://www.example.com/contact/send', {
			method: 'POST',
			body: new URLSearchParams(fields),
		});
		const response = await process.respond(request);
		if (response.status === 303) this.told.set(message, true);
		await process.settle();
	}

	async play(scene: Scene): Promise<void> {
		if (scene.deploys) this.#policy++;
		const lines = [0, 1].map(
			(number) => new OpenNetwork(this.world, planOf(scene, number), this.#turn),
		);
		const processes = lines.map((line) => this.#process(line));
		const work = scene.actions.map((action) => {
			const [line, process] = [lines[action.process], processes[action.process]];
			return line && process && Promise.race([this.#act(process, action), line.death]);
		});
		await this.#history.turns.waitFor(Promise.all(work));
		for (const line of lines) line.close();
		this.world.time += scene.minutes * minute;
	}

	/** The faults are over, somebody looks after what waits for a person, and rounds go on for some hours. */
	async recover(hours: number): Promise<void> {
		for (let round = 0; round < hours; round++) {
			const line = new OpenNetwork(
				this.world,
				() => undefined,
				() => Promise.resolve(),
			);
			const process = this.#process(line);
			await release(process.services(), ['refused']);
			await process.round();
			line.close();
			this.world.time += hour;
		}
	}
}
