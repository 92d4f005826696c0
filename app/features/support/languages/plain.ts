import { stopWords } from '#app/features/segmentation/stop-words.ts'
import type { LanguageWords } from './language-words.ts'

const negators: Record<string, string> = {
  fr: 'ne pas plus jamais rien aucun aucune sans ni personne non',
  it: 'non mai niente nulla nessuno nessuna senza né neanche',
  pt: 'não nunca jamais nada ninguém nenhum nenhuma sem nem',
  nl: 'niet nooit niets niemand geen zonder noch',
}
const opposites: Record<string, readonly string[]> = {
  fr: [
    'plus davantage | moins',
    'augmenter hausse monter croître | baisser baisse diminuer chuter',
    'premier première | dernier dernière',
    'accepter approuver | refuser rejeter',
    'gagner | perdre',
    'ouvrir ouvert | fermer fermé',
    'avant | après',
  ],
  it: [
    'più maggiore | meno minore',
    'aumentare crescere salire | diminuire calare scendere',
    'primo prima | ultimo ultima',
    'accettare approvare | rifiutare respingere',
    'vincere | perdere',
    'aprire aperto | chiudere chiuso',
  ],
  pt: [
    'mais maior | menos menor',
    'aumentar crescer subir | diminuir cair descer',
    'primeiro primeira | último última',
    'aceitar aprovar | recusar rejeitar',
    'ganhar vencer | perder',
    'abrir aberto | fechar fechado',
  ],
  nl: [
    'meer hoger | minder lager',
    'stijgen groeien toenemen | dalen afnemen',
    'eerste | laatste',
    'aanvaarden goedkeuren | weigeren afwijzen',
    'winnen | verliezen',
    'open openen | dicht sluiten',
  ],
}

/** The forms that a language's dates take, as the platform knows them. */
function calendarOf(tag: string, field: 'month' | 'weekday'): string[] {
  // 1 January 2024 was a Monday.
  const dates = Array.from({ length: field === 'month' ? 12 : 7 }, (_, at) =>
    field === 'month' ? Date.UTC(2024, at, 1) : Date.UTC(2024, 0, 1 + at),
  )
  return dates.map((date) =>
    (['long', 'short'] as const)
      .map((form) =>
        new Intl.DateTimeFormat(tag, { [field]: form, timeZone: 'UTC' })
          .format(date)
          .toLowerCase()
          .replace(/\.$/u, ''),
      )
      .join(' '),
  )
}

/**
 * What is known of a language without lists of its own: its small words, its calendar, and for the larger ones how they
 * deny. Its tweets are checked for numbers, dates, names, quotes and how much of them the source holds.
 */
export function plainWords(tag: string): LanguageWords {
  return {
    functionWords: [...stopWords(tag)].join(' '),
    same: [],
    opposite: opposites[tag] ?? [],
    converse: [],
    sequence: '',
    negators: negators[tag] ?? '',
    denying: '',
    notDenying: '',
    causes: '',
    quantifiers: '',
    approximately: '',
    over: '',
    under: '',
    numbers: [],
    scales: [],
    months: calendarOf(tag, 'month'),
    weekdays: calendarOf(tag, 'weekday'),
    units: ['% percent procent pour_cent per_cento por_cento', 'km', 'kg', 'm', 'cm', 'mm', 'ha', 't', 'h'],
    currencies: ['EUR € eur euro euros', 'USD $ usd dollar dollars', 'GBP £ gbp', 'JPY ¥ jpy'],
    passive: { auxiliaries: '', agents: '' },
    speech: '',
    opinion: '',
    judging: '',
    inviting: '',
  }
}
