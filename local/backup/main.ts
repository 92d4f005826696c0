import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder } from '../data-folder.ts'
import { LocalFault } from '../fault.ts'
import { sayFault } from '../say-fault.ts'
import { withoutBlanks } from '../variables.ts'
import { backUpDatabase, backUpFolder } from './back-up.ts'
import { drill } from './drill.ts'
import { newKey, readKeys } from './keys.ts'
import { restoreDatabase, restoreFolder } from './restore.ts'

const usage = `npm run backup -- FILE            copies the data folder, or the database of DATABASE_URL, into a sealed file
npm run -s backup -- --new-key    makes a key for BACKUP_KEY
npm run restore -- FILE --check   restores a data folder's copy aside, reads all of it, and takes it away again
npm run restore -- FILE FOLDER    makes a data folder of a copy, to start with THREADR_DATA=FOLDER
npm run restore -- FILE --to URL  puts a database's copy into an empty database`

const wrong = () => new LocalFault(usage, 2)

async function backup(args: string[]): Promise<void> {
  if (args.length === 1 && args[0] === '--new-key') {
    const { secret, recipient } = await newKey()
    console.info(secret)
    console.error(
      `Set BACKUP_KEY to this, and keep it where the copies are not. Who only makes copies needs its public half: ${recipient}`,
    )
    return
  }
  const [file, ...more] = args
  if (!file || file.startsWith('-') || more.length > 0) throw wrong()
  const variables = withoutBlanks(process.env)
  const keys = await readKeys(variables.BACKUP_KEY)
  const url = variables.DATABASE_URL
  const { madeAt } = url
    ? await backUpDatabase(url, resolve(file), keys)
    : await backUpFolder(dataFolder(), resolve(file), keys)
  console.info(`${file} holds what was there at ${madeAt}${url ? ', without the files of the storage' : ''}.`)
}

async function restore(args: string[]): Promise<void> {
  const { file, folder, to, check } = restoreArguments(args)
  const keys = await readKeys(process.env.BACKUP_KEY)
  if (check) {
    const { madeAt, users, threads, isBehind } = await drill(resolve(file), keys)
    const version = isBehind
      ? 'its schema is older than this version’s, which the first start brings up to date'
      : 'its schema is this version’s'
    console.info(
      `${file} of ${madeAt} starts and can be read: ${users} accounts, ${threads} threads; ${version}.`,
    )
    return
  }
  if (to) {
    const { madeAt } = await restoreDatabase(resolve(file), to, keys)
    console.info(`The database is as it was at ${madeAt}. Run "npm run migrate" before web and worker.`)
    return
  }
  const { madeAt } = await restoreFolder(resolve(file), folder, keys)
  console.info(`${folder} is as it was at ${madeAt}: start with THREADR_DATA=${resolve(folder)} npm start.`)
}

function restoreArguments(args: string[]) {
  try {
    const options = { check: { type: 'boolean' as const, default: false }, to: { type: 'string' as const } }
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, folder = ''] = positionals
    const ways = [values.check, values.to !== undefined, folder !== ''].filter((way) => way).length
    if (file && positionals.length <= 2 && ways === 1) return { file, folder, ...values }
  } catch {
    // Said below.
  }
  throw wrong()
}

try {
  const [what, ...args] = process.argv.slice(2)
  await (what === 'restore' ? restore(args) : backup(args))
  process.exit(0)
} catch (error) {
  sayFault(error)
}
