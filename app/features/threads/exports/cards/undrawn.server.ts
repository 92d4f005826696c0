import satori from 'satori'
import { graphemes } from '#app/features/counting/graphemes.ts'
import { cardText } from './card-text.ts'
import { cardFonts, fontFamily } from './fonts.server.ts'
import { isDrawnSign } from './signs.ts'

/**
 * What of each text no font of ours has a letter for, such as Japanese or Arabic: in order, each once. All
 * are looked up together, in some 20 ms. A card of such a text is not drawn: boxes in place of letters say nothing.
 */
export async function undrawnOf(texts: readonly string[]): Promise<string[][]> {
  const parts = texts.map((text) =>
    [...new Set(graphemes(cardText(text).text))].filter((each) => each.trim() !== '' && !isDrawnSign(each)),
  )
  const missing = await missingOf([...new Set(parts.flat())])
  return parts.map((part) => part.filter((each) => missing.has(each)))
}

async function missingOf(signs: string[]): Promise<Set<string>> {
  const missing = new Set<string>()
  if (signs.length === 0) return missing
  await satori(
    { type: 'div', key: null, props: { style: { fontFamily: fontFamily.serif }, children: signs.join(' ') } },
    {
      width: 1000,
      fonts: await cardFonts(),
      // Called for what no font has; several signs may come at once.
      loadAdditionalAsset: async (_code, segment) => {
        for (const each of graphemes(segment)) missing.add(each)
        return []
      },
    },
  )
  return missing
}
