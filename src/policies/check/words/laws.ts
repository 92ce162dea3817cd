/** A law that policies used to name, how it is written, and what stands in its place. As of 23 November 2026. */
interface OldLaw {
	readonly law: string;
	readonly pattern: RegExp;
	/** The day on which it ended, in words. */
	readonly since: string;
	readonly now: string;
}

/** Law that is no longer in force in the United Kingdom, each with its source at legislation.gov.uk or EUR-Lex. */
export const laws: readonly OldLaw[] = [
	{
		law: 'The Data Protection Act 1998',
		pattern: /\bData Protection Act,?\s+1998\b|\bDPA\s+1998\b/g,
		since: '25 May 2018',
		now: 'the UK General Data Protection Regulation and the Data Protection Act 2018',
	},
	{
		law: 'The Data Protection Act 1984',
		pattern: /\bData Protection Act,?\s+1984\b/g,
		since: '1 March 2000',
		now: 'the UK General Data Protection Regulation and the Data Protection Act 2018',
	},
	{
		law: 'Directive 95/46/EC',
		pattern: /\b(?:Directive\s+)?95\/46(?:\/EC)?\b|\bData Protection Directive\b/g,
		since: '25 May 2018',
		now: 'the UK General Data Protection Regulation',
	},
	{
		law: 'The Companies Act 1985',
		pattern: /\bCompanies Act,?\s+1985\b/g,
		since: '1 October 2009',
		now: 'the Companies Act 2006',
	},
	{
		law: 'The Telecommunications Act 1984 (its licences)',
		pattern: /\bTelecommunications Act,?\s+1984\b/g,
		since: '25 July 2003',
		now: 'the Communications Act 2003',
	},
	{
		law: 'Directive 97/66/EC',
		pattern: /\b97\/66(?:\/EC)?\b/g,
		since: '31 October 2003',
		now: 'the Privacy and Electronic Communications (EC Directive) Regulations 2003',
	},
	{
		law: 'The Data Retention and Investigatory Powers Act 2014',
		pattern: /\bData Retention and Investigatory Powers Act\b|\bDRIPA\b/g,
		since: '31 December 2016',
		now: 'the Investigatory Powers Act 2016',
	},
	{
		law: 'The Safe Harbor arrangement',
		pattern: /\bSafe Harbou?r\b/g,
		since: '6 October 2015',
		now: 'the UK Extension to the EU–US Data Privacy Framework',
	},
	{
		law: 'The EU–US Privacy Shield',
		pattern: /\bPrivacy Shield\b/g,
		since: '16 July 2020',
		now: 'the UK Extension to the EU–US Data Privacy Framework',
	},
	{
		law: 'The Distance Selling Regulations 2000',
		pattern: /\bDistance Selling\)? Regulations\b/g,
		since: '13 June 2014',
		now: 'the Consumer Contracts Regulations 2013',
	},
	{
		law: 'The Sale of Goods Act 1979 for consumers',
		pattern: /\bSale of Goods Act,?\s+1979\b/g,
		since: '1 October 2015',
		now: 'the Consumer Rights Act 2015',
	},
	{
		law: 'The Disability Discrimination Act 1995',
		pattern: /\bDisability Discrimination Act,?\s+1995\b/g,
		since: '1 October 2010',
		now: 'the Equality Act 2010',
	},
];
