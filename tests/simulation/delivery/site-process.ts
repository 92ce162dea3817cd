import { functionEntry } from '#src/commands/build/bundle-function.ts';
import { startLocal } from '#src/commands/local/run.ts';

// Run as a process of its own, to be killed. Its clock is ahead, so that nobody has to wait for a lease to end.

const [, , stateDirectory = '', ahead = '0'] = process.argv;
const now = Date.now;
Date.now = () => now() + Number(ahead);
const { url } = await startLocal({ port: 0, functionEntry, stateDirectory });
process.send?.({ url });
