/**
 * Neighbours in a list, `most` of them, from a random place on and round its end: each is as likely as any other, so those
 * that stay cannot stand before the rest for good. A shorter list is returned as it is.
 */
export function someOf<Item>(
	list: readonly Item[],
	{ most, random }: { readonly most: number; readonly random: () => number },
): readonly Item[] {
	if (list.length <= most) return list;
	const start = Math.floor(random() * list.length);
	return [...list.slice(start), ...list.slice(0, start)].slice(0, most);
}
