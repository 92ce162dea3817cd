import { taskOf } from '#src/forms/work.ts';
import { solve } from './solve.client.ts';

/** A worker: takes a question's token and gives back the work that it asks for. */
addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(solve(taskOf(data))));
