import { readFileSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { createDatabase } from '#app/platform/db.server.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { createMetrics } from '#app/platform/metrics/create-metrics.ts'
import { watchDatabase } from '#app/platform/metrics/watch-database.ts'
import { watchReplica } from '#app/platform/metrics/watch-replica.ts'
import { watchShedding } from '#app/platform/metrics/watch-shedding.ts'
import { noLoad } from '#app/platform/overload/watch-load.ts'
import { noReplica } from '#app/platform/replica/create-replica.ts'
import { keptMeasures } from './measures/kept-measures.ts'
import { prometheusRules } from './prometheus-rules.ts'
import type { Rule } from './rule.ts'
import { ruleNames, rules, runbookOf } from './rules.ts'

const operations = readFileSync('docs/operations.md', 'utf8')
const [runbooks = ''] = (operations.split('### Runbooks')[1] ?? '').split(/^## /m)

/** A heading's anchor, as GitHub and others make it of one that is a word in small letters and dashes. */
const anchors = [...runbooks.matchAll(/^#### ([a-z-]+)$/gm)].map(([, name]) => name)

describe('the rules', () => {
  it('have a runbook each, where their alerts say, that says what it means and what to do', () => {
    expect(ruleNames.map(runbookOf)).toEqual(anchors.map((name) => `docs/operations.md#${name}`))
    for (const text of runbooks.split(/^#### .*$/m).slice(1)) expect(text.trim().length).toBeGreaterThan(100)
  })

  it('are told by rules that there are, and those aren’t told by others themselves', () => {
    for (const name of ruleNames) {
      const { toldBy }: Rule = rules[name]
      const other: Rule | undefined = ruleNames.flatMap((each) => (each === toldBy ? [rules[each]] : []))[0]
      expect([name, toldBy === undefined || (other !== undefined && other.toldBy === undefined)]).toEqual([
        name,
        true,
      ])
    }
  })

  it('wake nobody twice within a quarter of an hour', () => {
    for (const name of ruleNames) {
      const { escalateAfterMinutes }: Rule = rules[name]
      expect(escalateAfterMinutes ?? 15).toBeGreaterThanOrEqual(15)
    }
  })
})

/** The metrics that a text of Prometheus's asks for. */
const asked = (text: string) => [...new Set(text.match(/\b(?:threadr|process|nodejs)_\w+/g))].toSorted()

test('the rules for Prometheus and the dashboard for Grafana ask for metrics that there are', async () => {
  const { registry, close } = createMetrics({ ofProcess: true })
  const pool = new pg.Pool()
  watchDatabase(registry, { pool })
  watchShedding(registry, noLoad)
  const database = createDatabase({
    url: 'postgres://nobody@localhost/nothing',
    poolMax: 1,
    name: 'test',
    logger: createLogger({ level: 'silent', name: 'test' }),
  })
  watchReplica(registry, { ...noReplica(database), standing: () => ({ state: 'used', lagMs: 0 }) })
  const there = new Set(
    registry
      .getMetricsAsArray()
      .flatMap(({ name }) => [name, `${name}_bucket`, `${name}_sum`, `${name}_count`]),
  )
  const dashboard = z
    .object({ panels: z.array(z.object({ targets: z.array(z.object({ expr: z.string() })).optional() })) })
    .parse(JSON.parse(readFileSync('deploy/grafana/threadr.json', 'utf8')))
  const ofDashboard = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)).join()
  for (const text of [prometheusRules(), ofDashboard]) {
    expect(asked(text).length).toBeGreaterThan(5)
    expect(asked(text).filter((name) => !there.has(name))).toEqual([])
  }
  for (const name of keptMeasures.map((kept) => kept.name))
    expect([name, there.has(name)]).toEqual([name, true])
  close()
  await pool.end()
  await database.close()
})

test('the rules for Prometheus are the same', async () => {
  await expect(prometheusRules()).toMatchFileSnapshot('../../../deploy/prometheus/rules.yml')
})
