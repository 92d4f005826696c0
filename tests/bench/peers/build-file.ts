/** Where the built pages are, for a process that loads them by name. */
export const buildFile = new URL('../../../build/server/index.js', import.meta.url).href
