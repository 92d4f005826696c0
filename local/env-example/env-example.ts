import type { z } from 'zod'
import { envFields } from '#app/platform/env.ts'
import { LocalFault } from '../fault.ts'

/** What commands read beside the settings of web and worker: prisma/migrate.ts, local/backup, local/data-folder.ts. */
const ofCommands = ['DATABASE_APP_ROLE', 'BACKUP_KEY', 'BACKUP_PROGRAMS', 'THREADR_DATA']

/** In production these are needed by themselves; the others by what they belong to. */
const needed = new Set(['THREADR_ENV', 'DATABASE_URL', 'SESSION_SECRET', 'ENCRYPTION_KEY', 'APP_URL'])

/** A row of a table such as | `NAME`, `OTHER` | what they are |. */
const row = /^\| ((?:`[A-Z][A-Z0-9_]*`(?:, )?)+) \| (.+) \|$/gm

const opening = `# What Threadr is set by. Copy it to .env, fill in what you need, and start with
#   node --env-file=.env build/server/web.js
# Made by "npm run -s env:example" of the settings that Threadr reads and of what README.md says of them: change it there.
# What is set to nothing counts as not set; behind a # stands what counts then. Without a # stands what production needs.

THREADR_ENV=production
`

const forTrials = '# For trying things out on one’s own computer, and for tests.'

/** The text of `.env.example`. Throws a LocalFault where the README tells of a setting that nothing reads. */
export function envExample(readme: string): string {
  const fields: Record<string, z.ZodType | null> = {
    ...envFields,
    ...Object.fromEntries(ofCommands.map((name) => [name, null])),
  }
  const lineOf = (name: string) =>
    `${needed.has(name) ? '' : '# '}${name}=${usualValue(fields[name] ?? null)}`
  const told = [...readme.matchAll(row)].map(([, names = '', says = '']) => ({
    names: names.replaceAll('`', '').split(', '),
    says: says.replaceAll('`', ''),
  }))
  const unread = told.flatMap(({ names }) => names).find((name) => !(name in fields))
  if (unread) throw new LocalFault(`README.md tells of ${unread}, which nothing reads.`)
  const known = new Set(['THREADR_ENV', ...told.flatMap(({ names }) => names)])
  const untold = Object.keys(fields).filter((name) => !known.has(name))
  const paragraphs = told.map(({ names, says }) => [...comment(says), ...names.map(lineOf)])
  return [
    opening,
    ...[...paragraphs, [forTrials, ...untold.map(lineOf)]].map((lines) => `${lines.join('\n')}\n`),
  ].join('\n')
}

/** What counts where a variable is not set; blank where that is nothing, or none may do. */
function usualValue(field: z.ZodType | null): string {
  const value = field?.safeParse(undefined).data
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A sentence as lines of a comment, 110 characters at most where its words allow that. */
function comment(says: string): string[] {
  const lines: string[] = []
  let line = '#'
  for (const word of says.split(' ')) {
    if (line.length + word.length + 1 > 110) {
      lines.push(line)
      line = '#'
    }
    line += ` ${word}`
  }
  return [...lines, line]
}
