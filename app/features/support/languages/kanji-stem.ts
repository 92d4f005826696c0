const hanRun = /\p{Script=Han}[\p{Script=Han}々]*/u

/** What a Japanese word is compared by: its kanji without the endings after them; words in kana stand for themselves. */
export function kanjiStem(word: string): string {
  return hanRun.exec(word)?.[0] ?? word
}
