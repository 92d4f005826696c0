import { describe, expect, it } from 'vitest'
import { hasAttribution, isBareQuote, quoteStates } from './quotes.ts'

describe('quotation', () => {
  it('is followed from one sentence to the next', () => {
    expect(quoteStates(['"If you look closely.', 'It is small," he said.', 'Then he left.'])).toEqual([
      { startsInside: false, endsInside: true },
      { startsInside: true, endsInside: false },
      { startsInside: false, endsInside: false },
    ])
    expect(quoteStates(['„Wir gehen.', 'Jetzt.“'])[0]).toEqual({ startsInside: false, endsInside: true })
  })

  it('needs a speaker unless one is named outside it', () => {
    expect(isBareQuote('"There will be tensions."')).toBe(true)
    expect(isBareQuote('“There will be,” she said, “tensions.”')).toBe(false)
    expect(isBareQuote('"There will be tensions," Mr Moss said.')).toBe(false)
    expect(isBareQuote('He called it "odd".')).toBe(false)
    expect(isBareQuote('「川が戻る。」')).toBe(true)
  })

  it('finds the speaker in several languages, and never inside the quotation', () => {
    expect(hasAttribution('„Gut“, sagt Landwirt Krüger.')).toBe(true)
    expect(hasAttribution('« Bien », explique la maire.')).toBe(true)
    expect(hasAttribution('"She said no."')).toBe(false)
  })
})
