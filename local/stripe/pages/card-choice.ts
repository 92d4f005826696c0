import { z } from 'zod'
import { type Html, html } from './html.ts'
import { cardWords } from './words.ts'

export const conductSchema = z.enum(['pays', 'declined', 'fails-later'])

/** The cards to choose from, none of which is anybody's. */
export function cardChoice(fault?: string): Html {
  const choices = conductSchema.options.map((conduct, index) => {
    const { title, number } = cardWords[conduct]
    return html`<label class="choice"><input type="radio" name="card" value="${conduct}"${index === 0 && html` checked`}>
<span>${title}<small>${number}</small></span></label>`
  })
  return html`<fieldset${fault !== undefined && html` aria-describedby="card-fault"`}><legend>Test card</legend>${choices}</fieldset>
${fault !== undefined && html`<p class="bad" id="card-fault" role="alert">${fault}</p>`}`
}
