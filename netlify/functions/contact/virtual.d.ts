declare module 'virtual:build-data' {
	const buildData: import('./shared/build-data.ts').BuildData;
	export default buildData;
}
