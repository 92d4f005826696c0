import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LocalFault } from './fault.ts'

const settingsSchema = z.object({
  /** Where PostgreSQL keeps its files, from the data folder on, so that the folder can be moved. */
  cluster: z.string(),
  /** Whether that place has been filled; if so and it is empty, something was lost. */
  initialised: z.boolean().default(true),
  ownerPassword: z.string(),
  appPassword: z.string(),
  sessionSecret: z.string(),
})
export type LocalSettings = z.infer<typeof settingsSchema>

const fileOf = (folder: string) => join(folder, 'local.json')

export const newSettings = (): LocalSettings => ({
  cluster: '',
  initialised: false,
  ownerPassword: secret(),
  appPassword: secret(),
  sessionSecret: secret(),
})

/** What an earlier start decided for a data folder; null where there was none. */
export function readSettings(folder: string): LocalSettings | null {
  const file = fileOf(folder)
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch (error) {
    if (reason(error) === 'ENOENT') return null
    throw new LocalFault(
      `${file} can’t be read (${reason(error)}): start Threadr as the user who started it first.`,
    )
  }
  const parsed = settingsSchema.safeParse(parseJson(content))
  if (!parsed.success)
    throw new LocalFault(
      `${file} is damaged: put back a copy of it, or move the data folder away to begin anew.`,
    )
  return parsed.data
}

export function writeSettings(folder: string, settings: LocalSettings): void {
  const file = fileOf(folder)
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch (error) {
    throw new LocalFault(
      `The data folder ${folder} can’t be written to (${reason(error)}): set THREADR_DATA to a folder you may write to.`,
    )
  }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}

/** The system's code for what went wrong, as far as it gives one. */
export const reason = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

const secret = () => randomBytes(24).toString('base64url')
