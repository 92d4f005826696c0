import { expect, test } from 'vitest'
import type { Command } from './command.ts'
import { inSections, matchCommands } from './match-commands.ts'

const command = (label: string, over: Partial<Command> = {}): Command => ({
  id: label,
  label,
  section: 'Go to',
  run: () => {},
  ...over,
})
const labels = (commands: Command[]) => commands.map(({ label }) => label)

test('every word typed begins a word of a command, in any order, without case and accents', () => {
  const all = [command('New thread'), command('Before it leaves', { also: 'export share' }), command('Café')]
  expect(labels(matchCommands(all, ''))).toEqual(['New thread', 'Before it leaves', 'Café'])
  expect(labels(matchCommands(all, 'THR n'))).toEqual(['New thread'])
  expect(labels(matchCommands(all, 'shar'))).toEqual(['Before it leaves'])
  expect(labels(matchCommands(all, 'cafe'))).toEqual(['Café'])
  expect(matchCommands(all, 'hread')).toEqual([])
})

test('commands stand together under their headings', () => {
  const all = [command('A'), command('B', { section: 'Do' }), command('C')]
  expect(inSections(all).map(({ section, commands }) => [section, ...labels(commands)])).toEqual([
    ['Go to', 'A', 'C'],
    ['Do', 'B'],
  ])
})
