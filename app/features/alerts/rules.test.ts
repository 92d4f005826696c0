import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { prometheusRules } from './prometheus-rules.ts'
import type { Rule } from './rule.ts'
import { ruleNames, rules, runbookOf } from './rules.ts'

const operations = readFileSync('docs/operations.md', 'utf8')
const [, runbooks = ''] = operations.split('### Runbooks')

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

test('the rules for Prometheus are the same', async () => {
  await expect(prometheusRules()).toMatchFileSnapshot('../../../deploy/prometheus/rules.yml')
})
