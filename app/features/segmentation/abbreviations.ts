/**
 * Abbreviations whose full stop doesn't end a sentence, by primary language subtag, without the last stop.
 * `before` always stands before what it belongs to ("Dr. Adler"); `late` may also end a sentence ("… und so weiter usw."),
 * which the word after it decides; `number` is an abbreviation only before a digit ("No. 5").
 */
type Abbreviations = { before: string; late: string; number: string }

const byLanguage: Record<string, Abbreviations> = {
  en: {
    before:
      'mr mrs ms mx dr prof st mt ft rev hon gen sen rep gov capt cmdr lt col sgt maj adm pres supt vs e.g i.e eg ie cf viz approx resp messrs al',
    late: 'etc inc ltd co corp jr sr bros a.m p.m ph.d m.d b.a m.a b.c a.d dept est ave blvd rd sq d.c u.s u.k u.n e.u u.s.a',
    number:
      'no nos fig figs eq sec ch vol vols art p pp ca c jan feb mar apr jun jul aug sep sept oct nov dec ver v',
  },
  de: {
    before:
      'dr prof hr hrn fr st bzw ca nr str mio mrd abs art bd evtl ggf inkl exkl sog vgl vs tel geb gest dipl ing zzgl bspw insb max min allg ehem jan feb mär apr jun jul aug sep sept okt nov dez dgl engl frz lat griech franz',
    late: 'usw etc chr co jh jhd std ff u.a z.b d.h o.ä u.ä',
    number: 's kap abb tab ziff',
  },
  fr: {
    before:
      'm mm mme mmes mlle mlles dr pr st ste me mgr cf env ex av apr chap art éd janv févr juil sept oct nov déc',
    late: 'etc j.-c',
    number: 'p pp n no vol fig t',
  },
  es: {
    before: 'sr sra sres sras srta dr dra d dña ud uds vd ee aa av avda gral gob lic ing prof profa cf aprox',
    late: 'etc uu c',
    number: 'pág págs p pp núm n no fig vol cap art tel',
  },
  it: {
    before: 'sig sigg dott dr prof ing avv on mons ss es cfr',
    late: 'ecc c',
    number: 'p pp pag n fig vol cap art',
  },
  pt: { before: 'sr sra dr dra prof profa eng av ex d', late: 'etc c', number: 'p pp pág n fig vol cap art' },
  nl: {
    before: 'dhr mevr mw dr drs ing ir prof mr st ca bijv resp jl vs',
    late: 'enz etc a.u.b',
    number: 'nr blz p art fig',
  },
}

type Lookup = { before: Set<string>; late: Set<string>; number: Set<string> }

const lookups = new Map<string, Lookup>()

/** The abbreviations of a language; those of English where it has none of its own. */
export function abbreviations(primary: string): Lookup {
  const known = lookups.get(primary)
  if (known) return known
  const words = byLanguage[primary] ?? byLanguage.en ?? { before: '', late: '', number: '' }
  const lookup = {
    before: new Set(words.before.split(' ')),
    late: new Set(words.late.split(' ')),
    number: new Set(words.number.split(' ')),
  }
  lookups.set(primary, lookup)
  return lookup
}
