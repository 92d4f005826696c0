import type { Mutators } from './language-mutators.ts'

export const spanish: Mutators = {
  swaps: {
    comparison: [
      ...[
        'más de/menos de',
        'más/menos',
        'mayor/menor',
        'mejor/peor',
        'subió/bajó',
        'aumentó/disminuyó',
        'ganó/perdió',
      ],
    ],
    order: ['antes/después', 'primero/último', 'desde/hasta'],
    unit: [
      'kilómetros/metros',
      'horas/minutos',
      'días/semanas',
      'meses/años',
      'toneladas/kilos',
      'litros/mililitros',
    ],
    currency: ['euros/dólares', 'pesos/euros', 'soles/euros'],
  },
  denies: /\bno\b|nunca|nadie|nada|ningun|ningún|\bsin\b|tampoco|jamás|\bni\b/iu,
  affirm: [
    /(?<=[ ,])no (?=(?:es|era|fue|son|ha|han|había|está|estaba|tiene|tienen|puede|quiere|hay|se|le|lo|la)\b)/u,
    () => '',
  ],
  deny: [
    / (?=(?:es|era|fue|son|eran|ha|han|había|está|estaba|tiene|tienen|tenía|puede|quiere|va|hay) )/u,
    () => ' no ',
  ],
  names: /\p{Lu}\p{Ll}{2,} \p{Lu}\p{Ll}{3,}(?=,| (?:dijo|dice|es|fue|ha|había|y|explica|explicó)\b)/gu,
  dressings: [
    ['1/ ', ''],
    ['', ' (1/7)'],
    ['', ' 🧵'],
    ['', ' #noticias https://example.com/a'],
    ['Conviene saberlo: ', ''],
    ['Lo sorprendente: ', ''],
    ['¿Qué pasó? ', ''],
    ['', ' Tremendo.'],
  ],
  leastLength: 40,
}
