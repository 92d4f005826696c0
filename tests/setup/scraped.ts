/** What a process told of itself at one moment: sums over its series. */
export type Scraped = {
  /** The sum of a metric's series that have all of these labels; 0 where there is none. */
  sum(metric: string, labels?: Record<string, string>): number
}

/** Reads the metrics of a process, which tells them without a token to its own computer alone. Throws where it does not. */
export async function scrape(address: string, token?: string): Promise<Scraped> {
  const headers = new Headers(token === undefined ? {} : { Authorization: `Bearer ${token}` })
  const answer = await fetch(`${address}/metrics`, { headers })
  if (answer.status !== 200) throw new Error(`the metrics were answered with ${answer.status}`)
  const series = (await answer.text()).split('\n').flatMap((line) => {
    const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
    return name && value ? [{ name, labels: `,${labels},`, value: Number(value) }] : []
  })
  return {
    sum: (metric, labels = {}) =>
      series
        .filter(({ name }) => name === metric)
        .filter((each) =>
          Object.entries(labels).every(([label, is]) => each.labels.includes(`,${label}="${is}",`)),
        )
        .reduce((sum, { value }) => sum + value, 0),
  }
}
