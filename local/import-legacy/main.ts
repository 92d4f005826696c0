import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openWorkshop } from '../cli/workshop.ts'
import { LocalFault } from '../fault.ts'
import { sayFault } from '../say-fault.ts'
import { hearStopRequests } from '../stop-request.ts'
import { runImport } from './run-import.ts'
import { sayReport } from './say-report.ts'
import { openStore } from './store.ts'

const usage = `npm run import:legacy -- redis://… [--dry-run] [--endless-until DATE] [--report FILE]
takes over the people, plans, threads and addresses of the earlier Threadr, which kept all in Redis; it only reads there.`

/** `npm run import:legacy`: run as often as one likes, and broken off wherever one likes. */
function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        'endless-until': { type: 'string' },
        report: { type: 'string', default: 'legacy-import.json' },
      },
    })
    const [url = '', ...more] = positionals
    const endless = values['endless-until'] === undefined ? null : new Date(values['endless-until'])
    const isDate = endless === null || !Number.isNaN(endless.getTime())
    if (/^rediss?:\/\//.test(url) && more.length === 0 && isDate)
      return { url, endless, isTrial: values['dry-run'], file: resolve(values.report) }
  } catch {
    // Said below.
  }
  throw new LocalFault(usage, 2)
}

async function main(): Promise<void> {
  const { url, endless, isTrial, file } = readArguments(process.argv.slice(2))
  const stop = hearStopRequests()
  const store = await openStore(url)
  try {
    const workshop = await openWorkshop(stop)
    try {
      const report = await runImport({
        db: workshop.database.prisma,
        store,
        url,
        isTrial,
        endless,
        signal: stop,
        told: (family, { scanned }) => {
          if (process.stderr.isTTY) process.stderr.write(`\r${family}: ${scanned} keys `)
        },
      })
      if (!report) throw new LocalFault('Broken off. Run it again: it goes on from there.')
      // It names keys, which hold addresses.
      writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 })
      console.info([...sayReport(report), `All that was left, by key: ${file}`].join('\n'))
    } finally {
      await workshop.close()
    }
  } finally {
    store.close()
  }
}

try {
  await main()
  process.exit(0)
} catch (error) {
  sayFault(error)
}
