const figures: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  両: 2,
}
const small: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const large: Record<string, number> = { 万: 1e4, 億: 1e8, 兆: 1e12 }

const figure = '[〇零一二三四五六七八九十百千万億兆]'
const numeral = new RegExp(`${figure}+`, 'gu')
const counters =
  '年月日時分秒人名円本個回台件社校歳倍点枚冊頭匹羽軒棟階階室つ度割位番号店票席組週間か箇ヶカケメキグパ世代部隊隻艘機両試'

function underTenThousand(text: string): number {
  let sum = 0
  let left = 0
  for (const char of text) {
    const factor = small[char]
    if (factor) {
      sum += (left || 1) * factor
      left = 0
    } else left = left * 10 + (figures[char] ?? 0)
  }
  return sum + left
}

/** The value of a numeral written in kanji. */
export function numeralValue(text: string): number {
  let sum = 0
  let part = ''
  for (const char of text) {
    const factor = large[char]
    if (factor) {
      sum += (underTenThousand(part) || 1) * factor
      part = ''
    } else part += char
  }
  return sum + underTenThousand(part)
}

/** Numbers in kanji that count something: "三百二十人", not the 一 of 一方. */
export function kanjiNumeral(
  text: string,
): { start: number; end: number; values: number[]; isScaled: boolean }[] {
  const found = []
  for (const match of text.matchAll(/半(?=年|数|分|日|世紀)/gu))
    found.push({ start: match.index, end: match.index + 1, values: [0.5], isScaled: false })
  for (const match of text.matchAll(numeral)) {
    const start = match.index
    const end = start + match[0].length
    if (/\d/u.test(text.charAt(start - 1)) || /\d/u.test(text.charAt(end))) continue
    const isCounted = counters.includes(text.charAt(end)) && text.charAt(end) !== ''
    if (match[0].length < 2 && !isCounted) continue
    if (/^(?:千万|万一|一部|一方|一般|一番|三重)/u.test(text.slice(start, start + 2)) && match[0].length < 2)
      continue
    if (
      /^(?:一部|一方|一般|一時|十分に|一人一人|一つ一つ|一切|一度に|一日中|万が一|十分(?!以内|前|後|間|ほど|遅))/u.test(
        text.slice(start),
      )
    )
      continue
    found.push({ start, end, values: [numeralValue(match[0])], isScaled: /[万億兆]/u.test(match[0]) })
  }
  return found
}

/** A number in digits and kanji from `start` on, such as 2億5000万 or 1万2千. */
export function kanjiNumber(text: string, start: number): { value: number; end: number } | null {
  const match = /^(?:[\d,]+(?:\.\d+)?[十百千]?[万億兆])+(?:[\d,]+[千百]?)?|^(?:[\d,]+(?:\.\d+)?[千百])/u.exec(
    text.slice(start, start + 40),
  )
  if (!match) return null
  let value = 0
  for (const part of match[0].matchAll(/([\d,]+(?:\.\d+)?)([十百千]?)([万億兆]?)/gu))
    value +=
      Number((part[1] ?? '0').replaceAll(',', '')) * (small[part[2] ?? ''] ?? 1) * (large[part[3] ?? ''] ?? 1)
  return { value, end: start + match[0].length }
}
