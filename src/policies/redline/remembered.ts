/**
 * A function of two things that works out each pair once, for as long as both things are around. What is
 * remembered is shared by every copy of this module in the process: a build has one that checks and one that draws.
 */
export function remembered<Thing extends object, Result>(
	name: string,
	work: (a: Thing, b: Thing) => Result,
): (a: Thing, b: Thing) => Result {
	const shared = globalThis as {
		[key: symbol]: WeakMap<Thing, WeakMap<Thing, Result>> | undefined;
	};
	const key = Symbol.for(name);
	return (a, b) => {
		const results = shared[key] ?? new WeakMap();
		shared[key] = results;
		const known = results.get(a) ?? new WeakMap<Thing, Result>();
		results.set(a, known);
		const result = known.get(b) ?? work(a, b);
		known.set(b, result);
		return result;
	};
}
