import { type Declaration, parseDeclarations } from './declarations.ts'
import { appliesToScreen } from './media.ts'
import { parseSelector, type Selector } from './selector.ts'

export type Rule = { selector: Selector; declarations: Declaration[] }

/** Blocks within blocks; beyond it nobody wrote the sheet by hand or by tool. */
const deepest = 32

type Scope =
  | { kind: 'rules' }
  | { kind: 'passed over' }
  | { kind: 'rule'; selectors: Selector[]; body: string[] }

function withoutComments(css: string): string {
  const pieces: string[] = []
  let start = 0
  for (let open = css.indexOf('/*'); open !== -1; open = css.indexOf('/*', start)) {
    pieces.push(css.slice(start, open))
    const over = css.indexOf('*/', open + 2)
    if (over === -1) return pieces.join(' ')
    start = over + 2
  }
  pieces.push(css.slice(start))
  return pieces.join(' ')
}

function scopeOf(prelude: string, outer: Scope): Scope {
  if (outer.kind !== 'rules') return { kind: 'passed over' }
  const at = /^@(media|supports|layer|scope|container)\b(.*)$/is.exec(prelude)
  if (at) {
    const applies =
      at[1]?.toLowerCase() === 'media' ? appliesToScreen(at[2] ?? '') : !/^\s*not\b/i.test(at[2] ?? '')
    return applies ? { kind: 'rules' } : { kind: 'passed over' }
  }
  if (prelude.startsWith('@')) return { kind: 'passed over' }
  const selectors = prelude.split(',').map(parseSelector)
  return { kind: 'rule', selectors: selectors.filter((selector) => selector !== null), body: [] }
}

const marks = /[{};]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g

/**
 * A style sheet's rules that may hide something, in their order, with the conditions around them answered for a screen.
 * What it can't read it passes over, as browsers do. Time grows with the length only.
 */
export function readSheet(sheet: string): Rule[] {
  const css = withoutComments(sheet).replace(/<!--|-->/g, ' ')
  const rules: Rule[] = []
  const scopes: Scope[] = [{ kind: 'rules' }]
  const close = (scope: Scope | undefined) => {
    if (scope?.kind !== 'rule') return
    const declarations = scope.body.flatMap(parseDeclarations)
    if (declarations.length === 0) return
    for (const selector of scope.selectors) rules.push({ selector, declarations })
  }
  let start = 0
  for (const mark of css.matchAll(marks)) {
    const sign = mark[0]
    if (sign !== '{' && sign !== '}' && sign !== ';') continue
    const text = css.slice(start, mark.index)
    start = mark.index + 1
    const scope = scopes.at(-1) ?? { kind: 'rules' }
    if (sign === '{') {
      if (scopes.length >= deepest) return rules
      scopes.push(scopeOf(text.trim(), scope))
      continue
    }
    if (scope.kind === 'rule') scope.body.push(text)
    if (sign === '}' && scopes.length > 1) close(scopes.pop())
  }
  const last = scopes.at(-1)
  if (last?.kind === 'rule') last.body.push(css.slice(start))
  close(last)
  return rules
}
