import { dateOrPostcode, escapeHtml } from '#src/escape-html.ts';

/** Mail programs know few styles. These are the ones that Outlook, Gmail and telephones all follow or pass over safely. */
const font = 'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5';
const breaks = 'overflow-wrap:anywhere;word-break:break-word';

/** A text with its line breaks, laid out by its own direction; words of any length break. */
export const textHtml = (text: string): string =>
	`<div dir="auto" style="${breaks}">${escapeHtml(text).replaceAll('\n', '<br>')}</div>`;

/** A date, a postcode or a telephone number of this company. */
const onePiece = new RegExp(`\\b(?:${dateOrPostcode.source}|0\\d{3} \\d{3} \\d{4})\\b`, 'g');

/** Keeps in one line what is read as one word. */
export const unbrokenMail = (html: string): string =>
	html.replace(onePiece, '<span style="white-space:nowrap">$&</span>');

/** Addresses of this site in a mail's HTML as links: letters, digits and the signs of an address. */
export const linked = (html: string): string =>
	html.replace(/https:\/\/[\w./?=%-]+/g, '<a href="$&">$&</a>');

/** A typed text with a line beside it, so that nothing in it can pass for a part of the mail. */
export const quotedHtml = (text: string): string =>
	`<blockquote style="margin:0;padding-left:12px;border-left:4px solid #999999">${textHtml(text)}</blockquote>`;

/** Labels and values in two columns. */
export function rowsHtml(rows: readonly (readonly [label: string, value: string])[]): string {
	const cell = 'padding:4px 16px 4px 0;text-align:left;vertical-align:top';
	const row = ([label, value]: readonly [string, string]) =>
		`<tr><th scope="row" style="${cell};font-weight:bold">${escapeHtml(label)}</th><td style="${cell}">${textHtml(value)}</td></tr>`;
	return `<table style="${font};border-collapse:collapse">${rows.map(row).join('')}</table>`;
}

/** A whole mail around the content of its body. */
export const htmlMail = (title: string, body: string): string =>
	`<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title></head><body style="margin:16px;${font}">${body}</body></html>`;
