import type { Mutators } from './language-mutators.ts'

export const german: Mutators = {
  swaps: {
    comparison: [
      ...[
        'mehr/weniger',
        'höher/niedriger',
        'schneller/langsamer',
        'größer/kleiner',
        'besser/schlechter',
        'stieg/sank',
      ],
      ...[
        'länger/kürzer',
        'älter/jünger',
        'billiger/teurer',
        'meisten/wenigsten',
        'gewann/verlor',
        'gestiegen/gesunken',
      ],
    ],
    order: ['bevor/nachdem', 'zuerst/zuletzt', 'danach/davor', 'vorher/nachher', 'früher/später', 'seit/bis'],
    unit: [
      'Kilometer/Meter',
      'Stunden/Minuten',
      'Tage/Wochen',
      'Monate/Jahre',
      'Tonnen/Kilo',
      'Prozent/Punkte',
      'Liter/Hektoliter',
    ],
    currency: ['Euro/Franken', 'Dollar/Euro', 'Kronen/Euro'],
  },
  denies: /nicht|kein|\bnie\b|niemand|nichts|ohne|weder|kaum/iu,
  affirm: [/ nicht\b/u, () => ''],
  deny: [/(?<= (?:ist|war|sind|waren|hat|haben|hatte|wird|wurde|kann|soll|will|muss) )/u, () => 'nicht '],
  names: /\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{3,}(?=,| (?:sagt|sagte|hat|hatte|ist|war|erklärte|und|aus)\b)/gu,
  dressings: [
    ['1/ ', ''],
    ['', ' (1/7)'],
    ['', ' 🧵'],
    ['', ' #Nachrichten https://example.com/a'],
    ['Gut zu wissen: ', ''],
    ['Das Überraschende: ', ''],
    ['Was ist passiert? ', ''],
    ['', ' Krass.'],
  ],
  leastLength: 40,
}
