import { describe, expect, it } from 'vitest'
import { blockRoles } from './boilerplate.ts'
import { sourceOf } from './fixture-source.ts'

const prose = 'The harbour of Vellin replaced its old diesel cranes and cut its fuel bill by more than half.'
const roleOf = (block: string, around = prose) => {
  const { text, blocks } = sourceOf(`${around}\n\n${block}\n\n${around}`)
  return blockRoles(text, blocks)[1]
}

describe('what a block is to a thread', () => {
  it.each([
    'By Nora Feld',
    'Photo: Harbour office',
    '(Bild: Hersteller)',
    'Read the full transcript of the interview',
    'Subscribe to our newsletter for more stories now.',
    'We use cookies to make this site better.',
    'Comments (5 posted)',
    'Published on 3 March 2024',
    'Kenya is getting ready to welcome the president',
    'Tales > Today > January > The greedy dog',
    'Related: how ports went green.',
    '© 2024 Vellin Press. All rights reserved.',
  ])('skips: %s', (block) => {
    expect(roleOf(block)).toBe('skip')
  })

  it('keeps a short sentence, a list under its lead-in, and lines that nobody punctuates', () => {
    expect(roleOf('Nothing was ever on fire.')).toBe('prose')
    const { text, blocks } = sourceOf(
      'so today we talk about boats and harbours and the sea in general\n\nthey float on it',
    )
    expect(blockRoles(text, blocks)).toEqual(['prose', 'prose'])
  })

  it('skips a menu but not a list that a sentence announces', () => {
    const menu = '- Home\n\n- News\n\n- Sport\n\n- Weather'
    const roles = (before: string) => {
      const { text, blocks } = sourceOf(`${before}\n\n${menu}`)
      return blockRoles(text, blocks).slice(-4)
    }
    expect(roles('# Menu')).toEqual(['skip', 'skip', 'skip', 'skip'])
    expect(roles('The site has four parts:')).toEqual(['item', 'item', 'item', 'item'])
  })

  it('skips what stands under References, up to the next heading of that level', () => {
    const { text, blocks } = sourceOf(
      `# References\n\n${prose}\n\n## Books\n\n${prose}\n\n# Outlook\n\n${prose}`,
    )
    expect(blockRoles(text, blocks)).toEqual(['heading', 'skip', 'heading', 'skip', 'heading', 'prose'])
  })

  it('skips footnotes that lost the space after their number', () => {
    const { text, blocks } = sourceOf(
      `${prose}\n\n7Some call it a pier instead of a quay.\n\n8See the report of the office.`,
    )
    expect(blockRoles(text, blocks)).toEqual(['prose', 'skip', 'skip'])
  })
})
