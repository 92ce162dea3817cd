/** A typed text set off as mail programs set off a quotation, so that no line of it can pass for one of ours. */
export const quoted = (text: string): string =>
	text
		.split('\n')
		.map((line) => (line === '' ? '>' : `> ${line}`))
		.join('\n');
