/**
 * Everything that issuing a challenge does not need. The build makes a second file of it, which loads with the first
 * request of another kind, or after the response to a challenge.
 */
export { sweep } from './delivery/rounds/sweep.ts';
export { refusalPage } from './responses/pages.ts';
export { run as deliver } from './routes/deliver.ts';
export { failure } from './routes/failure.ts';
export { run as health } from './routes/health.ts';
export { run as mailEvents } from './routes/mail-events.ts';
export { run as receipt } from './routes/receipt.ts';
export { run as reports } from './routes/reports.ts';
export { run as send } from './routes/send.ts';
export { openServices, readEnvironment } from './services.ts';
