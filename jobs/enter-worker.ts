import { setSourceMapsSupport } from 'node:module'

// Errors name the sources that they come from: so it is for what is loaded from here on.
setSourceMapsSupport(true)
await import('./worker.ts')
