import { setTimeout } from 'node:timers/promises';
import { run } from './enquiries/run.ts';

/** Shows and mends what the contact form keeps: `npm run enquiries -- <verb>`. */
process.exitCode = await run(process.argv.slice(2), {
	variables: process.env,
	now: Date.now,
	wait: (time) => setTimeout(time),
	columns: process.stdout.columns ?? 80,
	print: (text) => console.log(text),
	note: (text) => console.error(text),
});
