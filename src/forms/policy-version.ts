/** Where the wording of a policy can be proved. */
export const verifyPage = '/verify/';

/** The address of a version of the privacy policy that never changes, from the site's root. */
export const pinnedPrivacy = (date: string): string => `/privacy/${date}/`;

/** As much of a SHA-256 as people compare: 12 hexadecimal characters, as they stand on a printed policy. */
export const shortHash = (sha256: string): string => sha256.slice(0, 12);

/** How a receipt and a mail name a version, by its day in words. */
export const privacyVersion = (day: string): string => `the version of ${day}`;
