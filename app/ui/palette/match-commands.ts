import type { Command } from './command.ts'

const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

const wordsOf = (text: string) =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** The commands in which every word that was typed begins a word, in their order; all of them where nothing was typed. */
export function matchCommands(commands: readonly Command[], typed: string): Command[] {
  const wanted = wordsOf(typed)
  return commands.filter(({ label, also = '' }) => {
    const words = wordsOf(`${label} ${also}`)
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
}

/** The commands under their headings, each heading where its first command stands. */
export function inSections(commands: readonly Command[]): { section: string; commands: Command[] }[] {
  const sections = new Map<string, Command[]>()
  for (const command of commands) {
    const before = sections.get(command.section)
    if (before) before.push(command)
    else sections.set(command.section, [command])
  }
  return [...sections].map(([section, its]) => ({ section, commands: its }))
}
