import { keysTogether } from '#app/ui/palette/key-names.ts'

/** What the keys do; the modifier is Control, and Command on a Mac. */
export const keyTable = [
  { id: 'split', keys: ['Mod', 'Enter'], words: 'Split the tweet at the cursor' },
  { id: 'add', keys: ['Mod', 'Shift', 'Enter'], words: 'Add a tweet after this one' },
  { id: 'join-up', keys: ['Backspace'], words: 'At the start of a tweet: join it with the one above' },
  { id: 'join-down', keys: ['Delete'], words: 'At the end of a tweet: join it with the one below' },
  { id: 'up', keys: ['Alt', '↑'], words: 'Move the tweet up' },
  { id: 'down', keys: ['Alt', '↓'], words: 'Move the tweet down' },
  { id: 'remove', keys: ['Mod', 'Shift', 'Backspace'], words: 'Delete the tweet' },
  { id: 'undo', keys: ['Mod', 'Z'], words: 'Undo' },
  { id: 'redo', keys: ['Mod', 'Shift', 'Z'], words: 'Redo' },
  { id: 'find', keys: ['Mod', 'F'], words: 'Find and replace' },
  { id: 'save', keys: ['Mod', 'S'], words: 'Save now, without waiting' },
] as const
type KeyId = (typeof keyTable)[number]['id']

/** The keys of a deed, as a menu shows them. */
export function keysOf(id: KeyId): string {
  const { keys } = keyTable.find((one) => one.id === id) ?? { keys: [] }
  return keysTogether(keys)
}
