const isWide = /[！-～　]/u

/** Full-width digits, letters and marks as their usual forms; the length stays, so that offsets do too. */
export function foldWidth(text: string): string {
  if (!isWide.test(text)) return text
  return text
    .replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/　/gu, ' ')
}

/** Without accents and in lower case; only for comparing, since the length may change. */
export function foldAccents(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('ß', 'ss')
}
