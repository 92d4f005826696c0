import { expect, test } from 'vitest'
import { isHit, searchTerms } from './search-query.ts'
import { searchWords } from './search-words.ts'

const found = (text: string, typed: string) => {
  const words = searchWords(text).map(({ word }) => word)
  const terms = searchTerms(typed)
  return terms.length > 0 && terms.every((term) => words.some((word) => isHit(word, [term])))
}

test.each([
  ['The Bridge stands', 'bridge'],
  ['The bridge stands', 'BRIDG'],
  ['A café in Kraków', 'cafe krakow'],
  ['A cafe', 'café'],
  ['Straße', 'strasse'],
  ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
  ['An e-mail about Node.js 3.14', 'e-mail node.js 3.14'],
  ['連絡船は毎朝七時半に出る。', '連絡船'],
  ['連絡船は毎朝七時半に出る。', '毎朝'],
  ['連絡船は毎朝七時半に出る。', '船'],
  ['朝の船', '船'],
  ['フェリーで行く', 'フェリー'],
  ['เรือข้ามฟากออกทุกเช้า', 'เรือ'],
  ['다리는 서 있다', '다리'],
  ['the #bridge', '#bridge'],
])('in %j, %j is found', (text, typed) => expect(found(text, typed)).toBe(true))

test.each([
  ['The bridge stands', 'ridge'],
  ['The bridge stands', 'bridges'],
  ['連絡船は毎朝出る', '絡毎'],
  ['The bridge', '!? ·'],
])('in %j, %j is not', (text, typed) => expect(found(text, typed)).toBe(false))

test('of a short word, longer ones count only while it is the last one typed', () => {
  expect(isHit('bridge', searchTerms('br'))).toBe(true)
  expect(isHit('bridge', searchTerms('br stands'))).toBe(false)
})
