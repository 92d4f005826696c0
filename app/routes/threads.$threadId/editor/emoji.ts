import data from 'emojibase-data/en/compact.json'
import * as z from 'zod/mini'

const emojiSchema = z.object({
  unicode: z.string(),
  label: z.string(),
  tags: z.optional(z.array(z.string())),
  group: z.optional(z.number()),
})
export type Emoji = { sign: string; label: string; words: string }

/** Unicode's groups in its order; that of parts (skin tones, hair) is none to choose from. */
const groups = [
  [0, 'Faces and feelings'],
  [1, 'People'],
  [3, 'Animals and nature'],
  [4, 'Food and drink'],
  [5, 'Travel and places'],
  [6, 'Activities'],
  [7, 'Things'],
  [8, 'Signs'],
  [9, 'Flags'],
] as const

const all = z.array(emojiSchema).parse(data)

/** All emoji in their groups, those that fit the words alone; a group without any is left out. */
export function findEmoji(wanted: string): { name: string; emoji: Emoji[] }[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  return groups
    .map(([group, name]) => ({
      name,
      emoji: all
        .filter((one) => one.group === group)
        .map(shown)
        .filter(fits),
    }))
    .filter(({ emoji }) => emoji.length > 0)

  function fits(emoji: Emoji): boolean {
    return words.every((word) => emoji.words.includes(word))
  }
}

const shown = ({ unicode, label, tags = [] }: z.infer<typeof emojiSchema>): Emoji => ({
  sign: unicode,
  label,
  words: [label, ...tags].join(' ').toLowerCase(),
})
