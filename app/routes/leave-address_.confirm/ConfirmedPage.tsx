import { extraThreads } from '#app/features/billing/plans.ts'
import type { Confirmed } from '#app/features/captures/confirm-capture.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

const leads: Record<Confirmed['extra'], string> = {
  given: `${extraThreads} more threads are there until midnight (UTC), in the browser in which you left the address.`,
  had: 'This address has brought more threads before, which it does once. More come at midnight (UTC).',
  enough:
    'Your address is kept, but from this browser or network as many as there are in a day were given before. More come at midnight (UTC).',
}

type ConfirmedPageProps = Omit<Confirmed, 'captureId'> & {
  /** The link to all that is held of the address. */
  by: string
}

export function ConfirmedPage({ email, wantsNews, extra, by }: ConfirmedPageProps) {
  return (
    <FormPage
      title="Your address is confirmed"
      lead={leads[extra]}
      foot={
        <p>
          {wantsNews && 'The newsletter is on. '}
          <TextLink to={paths.mailByLink({ by })}>What Threadr holds of {email}</TextLink>, and how to delete
          it.
        </p>
      }
    >
      <ButtonLink to={extra === 'given' ? paths.landing() : paths.signUp()} look="primary">
        {extra === 'given' ? 'Write a thread' : 'Make an account'}
      </ButtonLink>
    </FormPage>
  )
}
