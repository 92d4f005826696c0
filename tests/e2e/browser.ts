import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { root } from '#local/run-child.ts'
import { findOrInstallChromium } from '#tests/find-chromium.ts'

/**
 * Playwright's own choice, in whose place this one comes, and the popups of the address bar: pages of their own that no test
 * sees, and that cost as much as the page in every window.
 */
const withoutFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
]

/** A real Chromium for the tests of a file. */
export function startBrowser() {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: findOrInstallChromium(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-quic',
        `--disable-features=${withoutFeatures.join()}`,
      ],
    })
  })
  afterAll(() => browser?.close())

  /**
   * A page in a browser session of its own. Whatever the browser complains of (errors on the console, exceptions, what
   * the content security policy stopped) fails the test, but for answers with a status that the test expects, a connection
   * that it breaks, and what Remix says of itself: that it gives up loading what a further click has made superfluous, and in
   * development that its own root heard of something before it was mounted.
   */
  async function open(
    options: BrowserContextOptions & { expectedStatuses?: number[]; mayLoseConnection?: boolean } = {},
  ): Promise<Page> {
    const { expectedStatuses = [], mayLoseConnection = false, ...rest } = options
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...rest })
    // As long as a busy machine needs; what never comes is told by the test’s own limit.
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      const text = message.text()
      const expected =
        expectedStatuses.some((status) => text.includes(`status of ${status}`)) ||
        (mayLoseConnection && /net::ERR_|^Failed to fetch manifest patches/.test(text)) ||
        text.startsWith('AbortError: signal is aborted without reason') ||
        /hasn't mounted yet.*\sat RemixBrowser/s.test(text)
      if (message.type() === 'error' && !expected) complaints.push(text)
    })
    onTestFinished(async () => {
      await context.close()
      expect(complaints, 'complaints in the browser').toEqual([])
    })
    return page
  }
  return { open }
}

const axeSource = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')

/** Fails with what axe finds wrong on a page: WCAG 2.2 A and AA, and its best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours are read as they will be, not on their way there; a sheet of the document's own is none of the policy's business.
  await page.evaluate(() => {
    const still = new CSSStyleSheet()
    still.replaceSync('*, ::before, ::after { transition: none !important }')
    document.adoptedStyleSheets.push(still)
  })
  await page.evaluate(axeSource)
  expect(await foundBy(page), `accessibility of ${page.url()}`).toEqual([])
}

/** The same in the light theme, and in the dark one what depends on it: whether everything stands out from what is behind it. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await foundBy(page, { runOnly: ['color-contrast'] })
  expect(inDark, `accessibility of ${page.url()} in the dark theme`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

const foundBy = (page: Page, only: Pick<axe.RunOptions, 'runOnly'> = {}) =>
  page.evaluate(async (wanted) => {
    const { axe: runner } = window as unknown as { axe: typeof import('axe-core') }
    // Without the rules that are still tried out, it needs no stylesheet's text.
    const { violations } = await runner.run(document, {
      resultTypes: ['violations'],
      preload: false,
      ...wanted,
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  }, only)
