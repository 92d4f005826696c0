import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import { installPackage } from './install-package.ts'

/** Chromium without the windows around its pages, which take a third of the machine where nobody sees them. */
const headlessShell = '/usr/bin/chromium-headless-shell'
const places = [
  headlessShell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const firstOf = (paths: (string | undefined)[]) =>
  paths.find((path) => path !== undefined && path !== '' && existsSync(path))

/** What somebody chose or had Playwright install, which comes before anything that is found. */
const chosen = () => firstOf([process.env.CHROMIUM_PATH, chromium.executablePath()])

/** The browser to test in, installing Debian's package where there is none; throws a sentence that says how to get one. */
export function findOrInstallChromium(): string {
  const found = chosen() ?? firstOf(places)
  if (found !== undefined) return found
  installPackage('chromium')
  const installed = firstOf(places)
  if (installed !== undefined) return installed
  throw new Error(
    'No Chromium to test in: install one (Debian: apt-get install chromium; macOS: Google Chrome; elsewhere: npx playwright install chromium) or set CHROMIUM_PATH to it.',
  )
}

/** Has Debian's Chromium without windows installed where nobody chose another; without it the tests take longer. */
export function installHeadlessShell(): void {
  if (chosen() === undefined && !existsSync(headlessShell)) installPackage('chromium-headless-shell')
}
