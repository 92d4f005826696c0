import type { Registry } from 'prom-client'
import { keptMeasures } from './kept-measures.ts'

/** A series and what it has counted since its process began. */
export type Counted = { name: string; labels: string; value: number }

/** What of a registry is kept, summed over the labels that aren't. */
export async function readRegistry(registry: Registry): Promise<Counted[]> {
  const sums = new Map<string, Counted>()
  for (const { name, labels: wanted, counts } of keptMeasures) {
    const metric = await registry.getSingleMetric(name)?.get()
    for (const { labels, value, ...rest } of metric?.values ?? []) {
      if (counts && !counts(labels)) continue
      if (isSummary(rest)) continue
      const given = wanted.flatMap((label) => {
        const is = labels[label]
        return is === undefined ? [] : [[label, String(is)]]
      })
      const key = JSON.stringify(Object.fromEntries(given))
      const sum = sums.get(name + key) ?? { name, labels: key, value: 0 }
      sums.set(name + key, { ...sum, value: sum.value + value })
    }
  }
  return [...sums.values()]
}

/** A histogram gives its sum and its count beside its buckets. */
const isSummary = (value: object) => 'metricName' in value && !String(value.metricName).endsWith('_bucket')
