import { kanjiStem } from './kanji-stem.ts'
import { createLanguage, type Language } from './language.ts'
import type { LanguageWords } from './language-words.ts'
import { plainWords } from './plain.ts'

type Known = { words: LanguageWords; stem: (word: string) => string }

/** Loaded on use: the browser takes only what its thread is written in. */
const known: Record<string, () => Promise<Known>> = {
  en: async () => ({
    words: (await import('./en/index.ts')).english,
    stem: (await import('@orama/stemmers/english')).stemmer,
  }),
  de: async () => ({
    words: (await import('./de/index.ts')).german,
    stem: (await import('@orama/stemmers/german')).stemmer,
  }),
  es: async () => ({
    words: (await import('./es/index.ts')).spanish,
    stem: (await import('@orama/stemmers/spanish')).stemmer,
  }),
  ja: async () => ({ words: (await import('./ja/index.ts')).japanese, stem: kanjiStem }),
  fr: async () => ({ words: plainWords('fr'), stem: (await import('@orama/stemmers/french')).stemmer }),
  it: async () => ({ words: plainWords('it'), stem: (await import('@orama/stemmers/italian')).stemmer }),
  pt: async () => ({ words: plainWords('pt'), stem: (await import('@orama/stemmers/portuguese')).stemmer }),
  nl: async () => ({ words: plainWords('nl'), stem: (await import('@orama/stemmers/dutch')).stemmer }),
}

const made = new Map<string, Promise<Language>>()

/** The language of a BCP 47 tag, made once; without a tag, English. */
export function languageFor(tag: string | null): Promise<Language> {
  const primary = (tag ?? 'en').toLowerCase().split('-')[0] ?? 'en'
  const before = made.get(primary)
  if (before) return before
  const making = make(primary)
  made.set(primary, making)
  return making
}

async function make(primary: string): Promise<Language> {
  const { words, stem } = (await known[primary]?.()) ?? {
    words: plainWords(primary),
    stem: (word: string) => word,
  }
  return createLanguage(primary, words, stem)
}
