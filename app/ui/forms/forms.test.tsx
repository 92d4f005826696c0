import { describe, expect, it } from 'vitest'
import { renderPage } from '../testing/render-page.tsx'
import { ActionForm } from './ActionForm.tsx'
import type { FormAnswer } from './form-answer.ts'
import { PasswordField } from './PasswordField.tsx'
import { TextField } from './TextField.tsx'

const form = (answer?: FormAnswer) =>
  renderPage(
    <ActionForm
      intent="email"
      answer={answer}
      submit="Change it"
      hidden={{ next: '/threads', none: undefined }}
    >
      <TextField name="email" label="Email" type="email" initial="old@example.com" hint="Your own." />
      <PasswordField name="password" label="Password" autoComplete="current-password" />
    </ActionForm>,
  )

describe('a form', () => {
  it('says which it is, and what it carries along', () => {
    const html = form()
    expect(html).toContain('<input type="hidden" name="intent" value="email"/>')
    expect(html).toContain('<input type="hidden" name="next" value="/threads"/>')
    expect(html).not.toContain('name="none"')
    expect(html).toContain('value="old@example.com"')
    expect(html).toMatch(/<form method="post"[^>]*noValidate/i)
  })

  it('that was not taken ties each error to its field, and keeps what was typed but for passwords', () => {
    const html = form({
      intent: 'email',
      errors: { email: 'That is no address.', password: 'Wrong.', form: 'Not now.' },
      values: { email: 'new@', password: 'never shown' },
    })
    expect(html).toMatch(/aria-invalid="true" aria-describedby="email-email-error email-email-hint"/)
    expect(html).toMatch(/id="email-password-error"[^>]*>Wrong.</)
    expect(html).toContain('value="new@"')
    expect(html).not.toContain('never shown')
    expect(html).toMatch(/role="alert".*Not now./)
  })

  it('has nothing to do with the answer to another of its page', () => {
    const html = form({ intent: 'name', errors: { email: 'Not this one.' }, values: { email: 'other' } })
    expect(html).not.toContain('Not this one.')
    expect(html).toContain('value="old@example.com"')
  })
})
