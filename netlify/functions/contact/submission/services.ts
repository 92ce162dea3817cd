import type { Issuer } from '../captcha/challenge.ts';
import type { DeliveryServices } from '../delivery/services.ts';
import type { PolicyVersion } from '../shared/build-data.ts';

/** What taking a submission needs. */
export interface SubmissionServices extends DeliveryServices {
	readonly issuer: Issuer;
	/** The privacy policy in force. */
	readonly policy: PolicyVersion;
	/** Starts some work once the response is out. */
	readonly afterResponse: (work: () => Promise<unknown>) => void;
}
