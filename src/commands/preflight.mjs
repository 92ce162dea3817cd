// Plain JavaScript, because it must run on the very Node that it turns away.
const [major, minor, patch] = process.versions.node.split('.').map(Number);
const fits = major > 24 || (major === 24 && (minor > 14 || (minor === 14 && patch >= 1)));
if (!fits) {
	console.error(
		`This project needs Node 24.14.1 or newer; this is Node ${process.versions.node}.\n` +
			'`npm ci` brings one on Linux, on Windows and on Macs with Intel processors. If you left optional packages out\n' +
			'(--omit=optional), run `npm ci` again without that. On other systems install Node 24: https://nodejs.org',
	);
	process.exit(1);
}
