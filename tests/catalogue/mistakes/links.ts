import { contact, draft, edit, home, type Mistake } from '../change.ts';

/** The link of the draft to what is collected, written in another way. */
const link = (name: string, written: string, id: string, at: string, byHand?: true): Mistake => ({
	...{ name, id, at, file: draft, change: edit(draft, '[What we collect](#collection)', written) },
	...(byHand && { byHand }),
});

const onHome = (name: string, written: string, id: string, at: string, byHand?: true): Mistake => ({
	...{ name, id, at, file: home, change: edit(home, '[Write to us](/contact/#write)', written) },
	...(byHand && { byHand }),
});

/** Mistakes in links. */
export const links: readonly Mistake[] = [
	link('a place that is not there', '[What we collect](#colection)', 'link-clause', '(#¦colection'),
	link('a place in capitals', '[What we collect](#Collection)', 'link-clause', '(#¦Collection'),
	link('a clause that was removed', '[Former names](#names)', 'link-removed', '(#¦names'),
	link('a place without #', '[What we collect](collection)', 'link-page', '](¦collection', true),
	link('a blank between the brackets', '[What we collect] (#collection)', 'link-gap', 'also ¦[What'),
	link('brackets the wrong way round', '(What we collect)[#collection]', 'link-reversed', 'also ¦(What'),
	link('no closing bracket', '[What we collect](#collection', 'link-open', 'also ¦[What'),
	link('no opening bracket', 'What we collect](#collection)', 'link-bracket', 'collect¦](', true),
	link('a blank in the address', '[What we collect](/privacy/ #collection)', 'link-blank', 'also ¦[What'),
	link('no words', '[](#collection)', 'link-words', 'also ¦[]', true),
	link('a link without an address', '[What we collect]()', 'link-target', 'also ¦[What', true),
	link('a reference to nothing', '[What we collect][collection]', 'link-reference', 'also ¦[What', true),
	link('a page that is not there', '[the policy](/privcy/)', 'link-page', '](¦/privcy'),
	link('no slash at the end', '[the policy](/privacy)', 'link-slash', '](¦/privacy)'),
	link('no slash at the end, before a place', '[the policy](/privacy#about)', 'link-slash', '](¦/privacy#'),
	link('no slash at the start', '[the policy](privacy/)', 'link-slash-first', '](¦privacy/'),
	link('an address in capitals', '[the policy](/Privacy/)', 'link-page', '](¦/Privacy/'),
	link('two slashes', '[the policy](/privacy//)', 'link-page', '](¦/privacy//'),
	link('a file', '[the policy](../acceptable-use/2026-11-23.mdx)', 'link-file', '](¦../acc'),
	link('a file beside', '[the policy](./2026-11-23.mdx)', 'link-file', '](¦./2026', true),
	link('a file of the sources', '[the policy](/src/content/policies/privacy/2026-11-23.mdx)', 'link-file', '](¦/src'),
	link('a clause of another policy that is not there', '[use](/acceptable-use/#lawfull)', 'link-clause', '/#¦lawfull'),
	link('a version that is not there', '[then](/privacy/2026-11-24/)', 'link-page', '](¦/privacy/2026'),
	link('htp', '[the office](htp://ico.org.uk/)', 'link-scheme', '](¦htp:'),
	link('https without a colon', '[the office](https//ico.org.uk/)', 'link-scheme', '](¦https//'),
	link('https with a semicolon', '[the office](https;//ico.org.uk/)', 'link-scheme', '](¦https;'),
	link('http with one slash', '[the office](https:/ico.org.uk/)', 'link-scheme', '](¦https:/'),
	link('no scheme at all', '[the office](//ico.org.uk/)', 'link-scheme', '](¦//ico'),
	link('www', '[the office](www.ico.org.uk)', 'link-www', '](¦www'),
	link('javascript', '[print](javascript:print)', 'link-unsafe', '](¦javascript', true),
	link('a file of one machine', '[the form](file:///C:/form.pdf)', 'link-unsafe', '](¦file', true),
	link('a path of Windows', '[the form](C:\\form.pdf)', 'link-unsafe', '](¦C:', true),
	link('one’s own machine', '[the policy](http://localhost:8888/privacy/)', 'link-host', '](¦http', true),
	link('a preview', '[the policy](https://deploy-1--site.netlify.app/privacy/)', 'link-host', '](¦https', true),
	link('a host without a dot', '[the office](https://icoorguk/)', 'link-host', '](¦https', true),
	link('the site’s own address, a page that is not there', '[us](https://www.claranetsoho.co.uk/privcy/)', 'link-page', 'uk¦/privcy/'),
	link('an invisible sign', '[the policy](/priv\u200bacy/)', 'character-invisible', '](/priv¦\u200b'),
	link('a blank that does not break', '[the policy](/privacy/%C2%A0)', 'link-invisible', '](¦/priv'),
	link('no mailto', '[privacy@uk.clara.net](privacy@uk.clara.net)', 'link-mailto', '](¦privacy@'),
	link('another address than the words', '[privacy@uk.clara.net](mailto:privcy@uk.clara.net)', 'link-mail', '](¦mailto:privcy'),
	link('mailto with slashes', '[privacy@uk.clara.net](mailto://privacy@uk.clara.net)', 'link-mail-shape', '](¦mailto://'),
	link('mailto without an address', '[privacy@uk.clara.net](mailto:)', 'link-mail-shape', '](¦mailto:)'),
	link('another number than the words', '[0800 640 8010](tel:+448006408009)', 'link-tel', '](¦tel:+448006408009'),
	link('a number with blanks', '[0800 640 8010](tel:08006408010)', 'link-tel-shape', '](¦tel:0800'),
	link('a number without tel', '[0800 640 8010](08006408010)', 'link-tel-shape', '](¦0800'),
	link('two slashes behind tel', '[0800 640 8010](tel://08006408010)', 'link-tel-shape', '](¦tel://'),
	onHome('a place on another page that is not there', '[Write to us](/contact/#wirte)', 'link-clause', '/#¦wirte'),
	onHome('another page without its slash', '[Write to us](/contact)', 'link-slash', '](¦/contact)'),
	onHome('a page with its ending', '[Write to us](/contact.html)', 'link-file', '](¦/contact.html'),
	onHome('a page by its file', '[Write to us](contact.mdx)', 'link-file', '](¦contact.mdx'),
	onHome('a clause that was removed, from a page', '[names](/privacy/#names)', 'link-removed', '/#¦names'),
	{
		...{ name: 'a place on the same page that is not there', id: 'link-clause', file: contact, at: '(#¦tolk' },
		change: edit(contact, '(#talk)', '(#tolk)'),
	},
	{
		...{ name: 'a place that was renamed', id: 'link-clause', file: contact, at: '(#¦talk' },
		change: edit(contact, 'id="talk"', 'id="speak"'),
		byHand: true,
	},
	{
		...{ name: 'a tag with an address that is not there', id: 'link-page', file: home, at: 'href="¦/contct/' },
		change: edit(home, 'read our', 'read <a href="/contct/">our</a>'),
	},
	{
		...{ name: 'a picture that is not there', id: 'image-missing', file: contact, at: '](¦/ofice.png' },
		change: edit(contact, '/office.png', '/ofice.png'),
	},
	{
		...{ name: 'a picture without words', id: 'image-words', file: contact, at: '¦![](/office' },
		change: edit(contact, '![The entrance of our office]', '![]'),
		byHand: true,
	},
];
