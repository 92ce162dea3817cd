/** Durations in milliseconds. */
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The mail provider forgets a mail's key after a day; from an hour before, it may have forgotten it. */
export const providerMemory = 23 * hour;
