import type { Issuer } from '../captcha/challenge.ts';
import type { DeliveryServices } from '../delivery/services.ts';

/** What taking a submission needs. */
export interface SubmissionServices extends DeliveryServices {
	readonly issuer: Issuer;
	/** The effective date of the privacy policy in force. */
	readonly policy: string;
	/** SHA-256 of its canonical text, hexadecimal. */
	readonly policyHash: string;
	/** Starts some work once the response is out. */
	readonly afterResponse: (work: () => Promise<unknown>) => void;
}
