import { utcDay } from '../../shared/times.ts';
import { type Key, mac } from '../../shared/keys.ts';
import { type Budget, claimSlot, hourOf } from './budget.ts';
import type { DeliveryServices } from '../services.ts';

/** The eight groups of an IPv6 address, each of four digits; undefined for what is none. */
function groupsOf(address: string): string[] | undefined {
	if (!/^[\da-f:]+$/i.test(address) || !address.includes(':')) return undefined;
	const [head = '', tail] = address.split('::');
	const left = head.split(':').filter(Boolean);
	const right = (tail ?? '').split(':').filter(Boolean);
	const missing = tail === undefined ? 0 : 8 - left.length - right.length;
	const groups = [...left, ...Array<string>(Math.max(0, missing)).fill('0'), ...right];
	return groups.map((group) => group.padStart(4, '0').toLowerCase());
}

/** The networks that an address belongs to, the small one first: /24 and /16 of IPv4, /56 and /48 of IPv6; none for what is no address. */
export function networksOf(address: string): readonly string[] {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
	if (/^\d+(\.\d+){3}$/.test(mapped)) {
		const parts = mapped.split('.');
		return [parts.slice(0, 3).join('.'), parts.slice(0, 2).join('.')];
	}
	const wide = groupsOf(mapped)?.join('');
	return wide === undefined ? [] : [wide.slice(0, 14), wide.slice(0, 12)];
}

/** A wide network may do four times what a small one may. */
const widening = 4;

/** A network under a name that is good for one day and leads back to no address. */
export interface NetworkScope {
	readonly name: string;
	/** How many times a small network's budgets it has. */
	readonly times: number;
}

/** The scopes of an address, the small network first. */
export const networkScopes = (
	key: Key,
	{ address, now }: { address: string; now: number },
): readonly NetworkScope[] =>
	networksOf(address).map((network, index) => ({
		name: `network-${mac(key, 'network', `${utcDay(now)}\n${network}`)
			.toString('base64url')
			.slice(0, 22)}`,
		times: index === 0 ? 1 : widening,
	}));

const scopesOf = ({ keys, now }: DeliveryServices, address: string): readonly NetworkScope[] =>
	networkScopes(keys.current, { address, now: now() });

/** Claims a place for an address in a budget of each of its networks. Returns the networks that had none left. */
async function claimAll(
	services: DeliveryServices,
	address: string,
	budget: { purpose: string; slots: number } & Pick<Budget, 'per'>,
): Promise<NetworkScope[]> {
	const spent: NetworkScope[] = [];
	for (const scope of scopesOf(services, address)) {
		const { purpose, slots, ...rest } = budget;
		const own = { ...rest, scope: `${scope.name}${purpose}`, slots: slots * scope.times };
		if (!(await claimSlot(services.store, own, services))) spent.push(scope);
	}
	return spent;
}

/** Claims one of the mails that an address's networks may send in this hour without a label. */
export async function isOverBudget(services: DeliveryServices, address: string): Promise<boolean> {
	const slots = services.budgets.network;
	return (await claimAll(services, address, { purpose: '', slots })).length > 0;
}

const strainKey = (services: DeliveryServices, { name }: NetworkScope): string =>
	`slots/${hourOf(services.now())}/${name}/strained`;

/** Whether one of an address's networks has used up what it may before more is asked of it. False when the store cannot tell. */
export async function isStrained(services: DeliveryServices, address: string): Promise<boolean> {
	const read = scopesOf(services, address).map((scope) =>
		services.store.read(strainKey(services, scope)),
	);
	try {
		return (await Promise.all(read)).some((found) => found !== undefined);
	} catch {
		return false;
	}
}

const strain = (services: DeliveryServices, scopes: readonly NetworkScope[]) =>
	Promise.all(scopes.map((scope) => services.store.create(strainKey(services, scope), {})));

/** How many mails of a network may wait with a label, in times of what it may send in an hour, a day. */
const waitingFactor = 10;

/** Counts a labelled mail that waits. From the last that its networks may have waiting, they are asked for more, never refused. */
export async function countWaiting(services: DeliveryServices, address: string): Promise<void> {
	const slots = services.budgets.network * waitingFactor;
	await strain(
		services,
		await claimAll(services, address, { purpose: '-waiting', slots, per: 'day' }),
	);
}

/** How many wrong answers of a network are noted in an hour, in times of the mails that it may send. */
const wrongFactor = 2;

/**
 * Counts a wrong answer. Returns false when the network has given so many in this hour that no more are noted; it is then
 * asked for more than an answer.
 */
export async function mayNoteWrongAnswer(
	services: DeliveryServices,
	address: string,
): Promise<boolean> {
	if (await isStrained(services, address)) return false;
	const slots = services.budgets.network * wrongFactor;
	const spent = await claimAll(services, address, { purpose: '-wrong', slots });
	await strain(services, spent);
	return spent.length === 0;
}
