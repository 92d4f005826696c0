import { oneLine } from '#app/integrations/mail/headers.ts'

/** A text in one line of at most so many characters, ending in … where it has more. */
export function cutLine(text: string, most: number): string {
  const line = oneLine(text)
  const characters = [...line]
  if (characters.length <= most) return line
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}
