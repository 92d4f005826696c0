import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser to test in: Playwright's own, else the system's. Null where there is none. */
function findChromium(): string | null {
  const own = chromium.executablePath()
  return [own, ...places].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null
}

/** The same, installing Debian's package where this is root on Debian; throws a sentence that says how to get one. */
export function findOrInstallChromium(say: (line: string) => void): string {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('No Chromium here: installing Debian’s package…')
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { env: environment, stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env: environment,
      stdio: 'ignore',
    })
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error(
    'No Chromium to test in: install one (Debian: apt-get install chromium; macOS: Google Chrome; elsewhere: npx playwright install chromium) or set CHROMIUM_PATH to it.',
  )
}
