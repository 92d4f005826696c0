import { ButtonLink } from '../Button.tsx'
import { FormPage } from './FormPage.tsx'

/** For a link of a message that grants nothing any more. */
export function LinkIsOver({ again }: { again: { to: string; label: string } }) {
  return (
    <FormPage
      title="This link no longer works"
      lead="It has been used, its time has run out, or part of it is missing. The links in our messages work once."
    >
      <ButtonLink to={again.to} look="primary">
        {again.label}
      </ButtonLink>
    </FormPage>
  )
}
