import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run-child.ts'
import { sayFault } from '../say-fault.ts'
import { envExample } from './env-example.ts'

/** `npm run env:example`: writes .env.example anew, of what Threadr reads and the README says. */
try {
  writeFileSync(join(root, '.env.example'), envExample(readFileSync(join(root, 'README.md'), 'utf8')))
} catch (error) {
  sayFault(error)
}
