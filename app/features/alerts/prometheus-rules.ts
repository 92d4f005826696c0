import type { Rule } from './rule.ts'
import { ruleNames, rules, runbookOf } from './rules.ts'

/** "errors-fast" as Prometheus names alerts: "ThreadrErrorsFast". */
const alertName = (name: string) =>
  `Threadr${name.replaceAll(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase())}`

/**
 * The rules that Prometheus can look at too, as it wants them in a file: the same limits and the same times. What it has no
 * measure of, the database alone knows. Every string is JSON, which YAML takes as it is.
 */
export function prometheusRules(): string {
  const items = ruleNames.flatMap((name) => {
    const rule: Rule = rules[name]
    if (!rule.prometheus) return []
    return [
      [
        `      - alert: ${alertName(name)}`,
        `        expr: ${JSON.stringify(rule.prometheus(rule.threshold))}`,
        `        for: ${rule.forMinutes}m`,
        `        keep_firing_for: ${rule.clearAfterMinutes}m`,
        '        labels:',
        `          severity: ${rule.severity}`,
        '        annotations:',
        `          summary: ${JSON.stringify(rule.title)}`,
        `          description: ${JSON.stringify(rule.says)}`,
        `          runbook: ${JSON.stringify(runbookOf(name))}`,
      ].join('\n'),
    ]
  })
  return `# Made of app/features/alerts/rules.ts, which a test compares it with: change it there.
# It expects the processes to be scraped under the jobs threadr-web and threadr-worker.
groups:
  - name: threadr
    interval: 1m
    rules:
${items.join('\n')}
`
}
