/**
 * A function that works out each thing once, for as long as the thing is around. What is remembered under a name is
 * shared by every copy of this module in the process: a build has one that checks and one that draws.
 */
export function remembered<Thing extends object, Result>(
	name: string,
	work: (thing: Thing) => Result,
): (thing: Thing) => Result {
	const shared = globalThis as { [key: symbol]: WeakMap<Thing, Result> | undefined };
	const key = Symbol.for(name);
	return (thing) => {
		const results = shared[key] ?? new WeakMap();
		shared[key] = results;
		const result = results.get(thing) ?? work(thing);
		results.set(thing, result);
		return result;
	};
}
