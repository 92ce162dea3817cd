import { expect, test } from '@playwright/test';
import { noteBeside, sentBeside, writeNotes } from '#contact/delivery/beside.ts';
import { mailName } from '#contact/enquiry/enquiry.ts';
import { MemoryStore } from '#simulation/fakes.ts';
import { undelivered } from '#simulation/delivery/undelivered.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const { key, record } = undelivered(now);
const noteKey = `beside/${key.slice('enquiries/'.length)}/${mailName(record)}`;

const notesIn = ({ records }: MemoryStore): string[] =>
	[...records.keys()].filter((name) => name.startsWith('beside/'));

test('a note says when the first mail went without the store, whatever is sent later', async () => {
	const store = new MemoryStore();
	expect(await sentBeside(store, key, record)).toBeUndefined();
	for (const at of [now, now + 1]) await noteBeside(store, { key, record, at });
	expect(await store.read(noteKey)).toMatchObject({ value: { at: now } });
	expect(await sentBeside(store, key, record)).toBe(now);
});

test('while the store is away a note is known where it was made, and is kept as soon as the store takes it', async () => {
	const store = new MemoryStore();
	store.down = true;
	for (const at of [now, now + 1]) await noteBeside(store, { key, record, at });
	expect(await sentBeside(store, key, record)).toBe(now);
	store.down = false;
	expect(notesIn(store)).toEqual([]);
	await writeNotes(store);
	expect(await store.read(noteKey)).toMatchObject({ value: { at: now } });
});

test('a thousand notes wait for the store and no more', async () => {
	const store = new MemoryStore();
	store.down = true;
	for (let n = 0; n < 1_010; n++) await noteBeside(store, { key: `${key}${n}`, record, at: now });
	store.down = false;
	await writeNotes(store);
	expect(notesIn(store)).toHaveLength(1_000);
});

test('a note of an earlier version says no time, and may be as old as the challenge', async () => {
	const store = new MemoryStore();
	await store.create(noteKey, {});
	expect(await sentBeside(store, key, record)).toBe(record.issued);
});
