import { functionEntry } from './build/bundle-function.ts';
import './build.ts';
import { startLocal } from './local/run.ts';

/** Builds everything and serves it on this machine until Ctrl-C. */
const local = await startLocal({
	port: Number(process.env.PORT ?? 8888),
	functionEntry,
});
console.log(
	`\n  The site      ${local.url}/\n  Its mailbox   ${local.mailboxUrl}\n\nCtrl-C ends it.`,
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => void local.close().then(() => process.exit(0)));
}
