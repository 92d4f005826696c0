import type { Mutators } from './language-mutators.ts'

export const english: Mutators = {
  swaps: {
    comparison: [
      ...[
        'more than/less than',
        'more/fewer',
        'higher/lower',
        'faster/slower',
        'larger/smaller',
        'better/worse',
      ],
      ...[
        'rose/fell',
        'increased/decreased',
        'longer/shorter',
        'older/younger',
        'cheaper/dearer',
        'won/lost',
      ],
    ],
    order: ['before/after', 'first/last', 'earlier/later', 'since/until'],
    unit: [
      'kilometres/metres',
      'hours/minutes',
      'days/weeks',
      'months/years',
      'tonnes/kilos',
      'miles/kilometres',
      'percent/points',
      'feet/metres',
      '%/ points',
    ],
    currency: ['pounds/dollars', 'euros/pounds', 'dollars/euros'],
  },
  denies: /\bno(?:t|body|thing|ne|r)?\b|n[’']t\b|\bnever\b|without|neither|hardly/iu,
  affirm: [/(?<=(?:was|is|were|are|has|have|had|did|does|do|will|could|can) ?)(?:not |n[’']t)/u, () => ''],
  deny: [/ (?:is|was|are|were|can|could|would|should|will|had) /u, (verb) => `${verb}not `],
  names:
    /\p{Lu}\p{Ll}+ (?!Street|Bridge|River|Council|Road|Park|Hill|County)\p{Lu}\p{Ll}{2,}(?=,? (?:said|says|who|told|was|had|has|and|,))/gu,
  dressings: [
    ['1/ ', ''],
    ['', ' (1/7)'],
    ['', ' 🧵'],
    ['', ' #news https://example.com/a'],
    ['Good to know: ', ''],
    ['The surprising part: ', ''],
    ['Why does it matter? ', ''],
    ['', ' Let that sink in.'],
  ],
  leastLength: 40,
}
