/**
 * All that a question does not need. The build makes a file of its own of it, which loads with the first request that
 * is not a question, or behind the answer to one.
 */
export { broken } from './broken.ts';
export { openDesk } from './desk.ts';
export { drain } from './drain.ts';
export { readEnvironment } from './env.ts';
export { refusalPage } from './pages.ts';
export { run as deliver } from './routes/deliver.ts';
export { run as mailEvents } from './routes/mail-events.ts';
export { run as receipt } from './routes/receipt.ts';
export { run as send } from './routes/send.ts';
export { sweep } from './sweep.ts';
export { purgeSlots } from './tidy.ts';
