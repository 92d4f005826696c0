/**
 * Asks Lighthouse about a page and prints its scores as JSON. A process of its own, with the package that its first argument
 * leads to: `node run-lighthouse.mjs PACKAGE URL CHROMIUM COOKIE CATEGORY,…`.
 */
const [packageUrl, url, chromePath, cookie, categories] = process.argv.slice(2)
const { default: lighthouse } = await import(packageUrl)
const { launch } = await import(new URL('../../chrome-launcher/dist/index.js', packageUrl).href)
const chrome = await launch({
  chromePath,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-background-networking'],
})
try {
  const { lhr } = await lighthouse(url, {
    port: chrome.port,
    logLevel: 'error',
    onlyCategories: categories.split(','),
    ...(cookie && { extraHeaders: { Cookie: cookie }, disableStorageReset: true }),
    // A telephone's network and screen. Its processor is not made slower still: the machine that this runs on is.
    throttling: {
      rttMs: 150,
      throughputKbps: 1638.4,
      requestLatencyMs: 562.5,
      downloadThroughputKbps: 1474.56,
      uploadThroughputKbps: 675,
      cpuSlowdownMultiplier: 1,
    },
  })
  const scores = Object.entries(lhr.categories).map(([name, { score }]) => [
    name,
    Math.round((score ?? 0) * 100),
  ])
  console.info(JSON.stringify(Object.fromEntries(scores)))
} finally {
  await chrome.kill()
}
