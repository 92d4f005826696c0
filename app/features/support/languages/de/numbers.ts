const small = `null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn
  sechzehn siebzehn achtzehn neunzehn`.split(/\s+/u)
const tens = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')

/** As the Swiss, and many a keyboard, write it too. */
const spellings = (word: string) => (word.includes('ß') ? [word, word.replaceAll('ß', 'ss')] : [word])
const line = (word: string, value: number) => spellings(word).map((spelling) => `${spelling} ${value}`)

/** 2 to 99: what German writes as one word. */
const belowHundred: [string, number][] = [
  ...small.map((word, value): [string, number] => [word, value]).filter(([, value]) => value >= 2),
  ...tens.flatMap((ten, index) =>
    small.slice(0, 10).map((one, value): [string, number] => {
      const tenfold = (index + 2) * 10
      return value === 0 ? [ten, tenfold] : [`${one}und${ten}`, tenfold + value]
    }),
  ),
]
const hundreds: [string, number][] = ['', ...small.slice(1, 10)].map((count, index) => [
  `${count}hundert`,
  Math.max(index, 1) * 100,
])
const roundHundreds = hundreds.flatMap(([hundred, value]): [string, number][] => [
  [hundred, value],
  ...belowHundred
    .filter(([, rest]) => rest % 10 === 0 || rest === 25 || rest === 75)
    .map(([rest, more]): [string, number] => [hundred + rest, value + more]),
])
const thousands = [...belowHundred, ...roundHundreds].map(([count, value]): [string, number] => [
  `${count}tausend`,
  value * 1000,
])

const ordinals = 'zweite dritte vierte fünfte sechste siebte achte neunte zehnte'.split(' ')
/** "Jeder Fünfte" is a fifth. */
const oneOf = ordinals.flatMap((ordinal, index) =>
  ['jeder', 'jede', 'jedes', 'jedem', 'jeden'].flatMap((each) =>
    [ordinal, `${ordinal}n`, `${ordinal}s`].map((form) => `${each}_${form} ${1 / (index + 2)}`),
  ),
)

/** A bare "ein" is an article: it counts only where a number must be meant. */
export const numbers: readonly string[] = [
  'null 0',
  'eins 1',
  ...[...belowHundred, ...roundHundreds, ...thousands].flatMap(([word, value]) => line(word, value)),
  'tausend 1000',
  'eintausend 1000',
  'zwo 2',
  'beide 2',
  'beiden 2',
  'beider 2',
  'beides 2',
  'ein_dutzend 12',
  'dutzend 12',
  'zwei_dutzend 24',
  'drei_dutzend 36',
  'ein_prozent 0.01',
  'einem_prozent 0.01',
  'eine_million 1e6',
  'einer_million 1e6',
  'eine_milliarde 1e9',
  'einer_milliarde 1e9',
  'eine_billion 1e12',
  'einer_billion 1e12',
  'halb 0.5',
  'halbe 0.5',
  'halben 0.5',
  'halber 0.5',
  'halbes 0.5',
  'halbem 0.5',
  'hälfte 0.5',
  'anderthalb 1.5',
  'anderthalbe 1.5',
  'anderthalben 1.5',
  'eineinhalb 1.5',
  'zweieinhalb 2.5',
  'dreieinhalb 3.5',
  'viereinhalb 4.5',
  'fünfeinhalb 5.5',
  'sechseinhalb 6.5',
  'drittel 0.3333333',
  'ein_drittel 0.3333333',
  'einem_drittel 0.3333333',
  'zwei_drittel 0.6666667',
  'zwei_dritteln 0.6666667',
  'viertelstunde 15 min',
  'dreiviertelstunde 45 min',
  'viertel 0.25',
  'ein_viertel 0.25',
  'einem_viertel 0.25',
  'drei_viertel 0.75',
  'drei_vierteln 0.75',
  'dreiviertel 0.75',
  'fünftel 0.2',
  'ein_fünftel 0.2',
  'zwei_fünftel 0.4',
  'drei_fünftel 0.6',
  'vier_fünftel 0.8',
  'sechstel 0.1666667',
  'achtel 0.125',
  'zehntel 0.1',
  'hundertstel 0.01',
  'tausendstel 0.001',
  'doppelt 2',
  'doppelte 2',
  'doppelten 2',
  'zweimal 2',
  'dreimal 3',
  'viermal 4',
  'fünfmal 5',
  'sechsmal 6',
  'siebenmal 7',
  'achtmal 8',
  'neunmal 9',
  'zehnmal 10',
  'zweifach 2',
  'zweifache 2',
  'dreifach 3',
  'dreifache 3',
  'dreifachen 3',
  'vierfach 4',
  'vierfache 4',
  'vierfachen 4',
  'fünffach 5',
  'fünffache 5',
  'fünffachen 5',
  'zehnfach 10',
  'zehnfache 10',
  'zehnfachen 10',
  'hundertfach 100',
  ...oneOf,
]

/** "5k", "3 Mio.": what multiplies the number before it. */
export const scales: readonly string[] = [
  'tausend 1e3',
  'tsd 1e3',
  'tsd. 1e3',
  'k 1e3',
  'million 1e6',
  'millionen 1e6',
  'mio 1e6',
  'mio. 1e6',
  'milliarde 1e9',
  'milliarden 1e9',
  'mrd 1e9',
  'mrd. 1e9',
  'billion 1e12',
  'billionen 1e12',
  'bio. 1e12',
  'billiarde 1e15',
  'billiarden 1e15',
]
