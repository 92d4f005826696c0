import { ensureBuilt } from '#local/build.ts'

/** End-to-end tests run what is built from these sources, never from older ones. */
export default () => ensureBuilt(() => {})
