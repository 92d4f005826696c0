/** One of the strict schema's properties beside the quotes and the text. */
type Extra = Record<string, { type: 'integer'; description: string }>

/**
 * A list of texts with their quotes as a whole answer, within the rules of strict structured outputs. Quotes stand before
 * the text, since models fill in the properties in this order: the evidence is picked first, and the text is then written
 * from it. `quotes` and `text` say what they are; `first` stands before them.
 */
export function quotedList(
  name: string,
  list: string,
  { quotes, text, first = {} }: { quotes: string; text: string; first?: Extra },
) {
  const properties = {
    ...first,
    quotes: { type: 'array', description: quotes, items: { type: 'string' } },
    text: { type: 'string', description: text },
  }
  const items = {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
  return {
    name,
    schema: {
      type: 'object',
      properties: { [list]: { type: 'array', items } },
      required: [list],
      additionalProperties: false,
    },
  }
}
