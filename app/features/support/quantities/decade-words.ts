const english = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ')
const german = 'zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger'.split(' ')
const spanish = 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ')

const firstDecade = 1920
const decadeOf = new Map(
  [english, german, spanish].flatMap((words) =>
    words.map((word, index) => [word, firstDecade + 10 * index] as const),
  ),
)

/** "The nineties", "den Neunzigern", "los años noventa", "the '90s", "90er-Jahre": not somebody "in her nineties". */
const pattern = new RegExp(
  [
    `the (?:early |mid-?|late )?(?:['’]?([2-9]0)s|(${english.join('|')}))`,
    `(?:([2-9]0)er|(${german.join('|')}))n?(?:[- ]?jahren?)?`,
    `(?:años|década de los) (?:([2-9]0)|(${spanish.join('|')}))`,
  ]
    .map((each) => `(?<![\\p{L}\\p{N}])${each}(?![\\p{L}\\p{N}])`)
    .join('|'),
  'gu',
)
const mayTell = /[2-9]0(?:er|s)|ties|iger|años|década/

/** Decades of the twentieth century that are told without their century. `lower` is a text in lower case. */
export function decadesInWords(lower: string): { start: number; end: number; year: number }[] {
  if (!mayTell.test(lower)) return []
  return Array.from(lower.matchAll(pattern), (match) => {
    const told = match.slice(1).find(Boolean) ?? ''
    const year = decadeOf.get(told) ?? 1900 + Number(told)
    return { start: match.index, end: match.index + match[0].length, year }
  })
}
