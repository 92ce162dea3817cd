declare module 'virtual:built' {
	const built: import('./built.ts').Built;
	export default built;
}
