/** Where a sentence stands with the quotation around it: whether it begins inside one, and whether it ends inside one. */
export type QuoteState = { startsInside: boolean; endsInside: boolean }

const pairs: Record<string, string> = { '«': '»', '»': '«', '「': '」', '『': '』', '“': '”', '„': '“' }
const attributed =
  /\b(?:said|says|told|added|adds|asked|wrote|writes|explained|explains|according to|noted|notes|argued|argues|insisted|replied|admitted|warned|claims|claimed|stated|announced|recalls|recalled|sagte|sagt|erklärt|erklärte|schreibt|schrieb|so|laut|meint|betont|dit|déclare|affirme|explique|selon|ajoute|raconte|dijo|dice|afirmó|según|explicó|añadió|señaló)\b|(?:قال|قالت|أكد|אמר|אמרה|कहा|बताया|言|語|述|話|答え|説明|指摘|说|說|表示)/iu

/** Quotation is followed through the sentences of one block; straight quotes open and close by turns. */
export function quoteStates(sentences: readonly string[]): QuoteState[] {
  let closing: string | null = null
  return sentences.map((sentence) => {
    const startsInside = closing !== null
    for (const character of sentence) {
      if (closing === null) {
        if (character === '"') closing = '"'
        else if (character in pairs && character !== '»') closing = pairs[character] ?? null
      } else if (character === closing || (closing === '“' && character === '”')) closing = null
    }
    return { startsInside, endsInside: closing !== null }
  })
}

/** Whether a sentence is all quotation, with nobody named who says it. */
export function isBareQuote(sentence: string): boolean {
  const opens = /^["“„«「『‘'"]/u.test(sentence)
  const closes = /["”“»」』’]["”]?[.!?。]?$/u.test(sentence)
  if (!opens) return false
  if (!closes) return !hasAttribution(sentence)
  const inside = sentence.slice(1, -2)
  const breaks = /["”“»]/u.test(inside)
  return !breaks || !hasAttribution(outsideQuotes(sentence))
}

/** Whether words outside the quotation marks say who speaks. */
export function hasAttribution(sentence: string): boolean {
  return attributed.test(outsideQuotes(sentence))
}

function outsideQuotes(sentence: string): string {
  return sentence.replace(/"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|『[^』]*』/gu, ' ')
}
