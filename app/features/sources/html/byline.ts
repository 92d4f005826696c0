import { collapseWhiteSpace } from '../clean-characters.ts'

const longest = 200

const credit =
  /^(?:(?:story|article|text|words|posted|published|written|edited|reported)\s+(?:by|von|par|por)|by|von|par|por|di|door|av|af|author|authors|autor|autoren|auteur|written by)(?:\s*:\s*|\s+)/i
// The rest of a line from a second role on: "Written by A. Edited by B" names a writer first.
const otherRoles =
  /(?:[,;|·•]\s*|\s+)(?:edited|reviewed|translated|photographed|photographs|photos?|illustrated|updated|published|posted)\s+by\b.*$/i
const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember'
const dates = new RegExp(
  `(?:\\b(?:on|am|le|el)\\s+)?(?:\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?(?:\\b(?:${month})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?(?:\\s+\\d{4})?\\b|\\b\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?:${month})\\.?,?(?:\\s+\\d{4})?\\b|\\b\\d{4}-\\d{2}-\\d{2}\\S*|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b)(?:[,\\s]+(?:at\\s+)?\\d{1,2}[:.]\\d{2}(?:\\s*[ap]\\.?m\\.?)?(?:\\s+[A-Z]{2,4}\\b)?)?`,
  'giu',
)
const nobody = /^(?:admin|administrator|editor|staff|guest|unknown|anonymous|author|null|undefined|n\/a)$/i

/** One person's or organisation's name out of what a page writes there; null where no name is left. */
function cleanName(written: string): string | null {
  const name = collapseWhiteSpace(written)
    .replace(/\b(?:https?:\/\/|www\.)\S+/gi, ' ')
    .replace(/\S+@\S+\.\S+/g, ' ')
    .replace(/(?<!\S)@\w+/g, ' ')
    .replace(dates, ' ')
    .replace(/\b\d+\s*(?:min(?:ute)?s?)(?:\s+read)?\b/gi, ' ')
    .replace(otherRoles, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—|·•,;:/()[\]]+|[\s\-–—|·•,;:/([]+$/g, '')
    .replace(credit, '')
    .trim()
  if (name === '' || name.length > 100 || !/\p{L}/u.test(name) || nobody.test(name)) return null
  return name
}

/** Splits "A, B and C"; a lone "and" between two single words ("Simon and Schuster") is left together. */
function split(names: string): string[] {
  const parts = names.split(/\s*[,;|·•]\s*(?:and|und|et|y|&)?\s+|\s+(?:and|und|&)\s+(?=\S+\s+\S)/i)
  const whole = parts.every((part) => part.trim().split(' ').length >= 2) || /;/.test(names)
  return whole ? parts : [names]
}

/**
 * The authors of an article in one line, separated by ", ": without "By", dates, addresses and other people's roles.
 * Null where nothing of that is a name.
 */
export function cleanByline(written: readonly string[]): string | null {
  const names: string[] = []
  for (const entry of written) {
    if (/^\s*https?:\/\/\S+\s*$/i.test(entry)) continue
    for (const part of split(cleanName(entry.slice(0, 600)) ?? '')) {
      const name = cleanName(part)
      if (name && !names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name)
    }
  }
  const line = names.join(', ')
  return line === '' || line.length > longest ? null : line
}
