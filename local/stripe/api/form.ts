import { invalid } from '../stripe-fault.ts'

/** Parameters as Stripe's clients write them: texts, and lists and hashes of them. */
export type Parameters = { [name: string]: Parameter }
type Parameter = string | Parameter[] | Parameters

const deepest = 8

/**
 * Reads form fields with bracketed names, `a[b]=…`, `a[0][b]=…` and `a[]=…`, into lists and hashes. Throws Stripe's 400 for names
 * that can't be read, contradict each other or go deeper than 8.
 */
export function readForm(fields: URLSearchParams): Parameters {
  const root: Tree = new Map()
  for (const [name, value] of fields) place(root, pathOf(name), value, name)
  return Object.fromEntries([...root].map(([name, node]) => [name, grown(node)]))
}

type Tree = Map<string, string | Tree>

function pathOf(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name)
  const path = match?.[1]
    ? [match[1], ...Array.from((match[2] ?? '').matchAll(/\[([^[\]]*)\]/g), ([, part]) => part ?? '')]
    : []
  if (path.length === 0 || path.length > deepest) throw invalid(`Invalid parameter name: ${name}`)
  return path
}

function place(tree: Tree, [first = '', ...rest]: string[], value: string, name: string): void {
  // An empty bracket is the next of a list.
  const key = first === '' ? String(tree.size) : first
  const there = tree.get(key)
  if (rest.length === 0) {
    if (there !== undefined) throw invalid(`Parameter ${name} was given twice.`, name)
    tree.set(key, value)
    return
  }
  if (typeof there === 'string') throw invalid(`Parameter ${name} is both a text and a hash.`, name)
  const below: Tree = there ?? new Map()
  tree.set(key, below)
  place(below, rest, value, name)
}

function grown(node: string | Tree): Parameter {
  if (typeof node === 'string') return node
  const entries = [...node].map(([key, below]): [string, Parameter] => [key, grown(below)])
  const isList = entries.every(([key], index) => key === String(index))
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries)
}
