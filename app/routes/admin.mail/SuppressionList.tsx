import { Form, useNavigation } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/Button.tsx'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { SearchForm } from '#app/ui/forms/SearchForm.tsx'
import { TextField } from '#app/ui/forms/TextField.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'

type ShownSuppression = { hash: string; address: string | null; reason: string; createdAt: string }
export type SuppressionListProps = {
  mayChange: boolean
  find: string
  suppressions: ShownSuppression[]
  hasMore: boolean
  answer: FormAnswer | undefined
}

const reasons: Record<string, string> = {
  bounced: 'Mail to it came back for good',
  complained: 'Its reader called a message spam',
  'by-hand': 'Stopped by hand',
  provider: 'On the provider’s own list',
}

/** Addresses that nothing is sent to, to be looked for; who may, lists one or takes it off again. */
export function SuppressionList({ mayChange, find, suppressions, hasMore, answer }: SuppressionListProps) {
  return (
    <>
      <SearchForm label="Address" find={find} all={paths.mailSent()} className="mb-6" />
      {suppressions.length === 0 ? (
        <p className="border-t border-hairline py-6 text-muted">
          {find === '' ? 'None: mail goes to everybody.' : 'No address on the list fits that.'}
        </p>
      ) : (
        <ul className="divide-y divide-hairline border-y border-hairline">
          {suppressions.map((each) => (
            <SuppressionItem key={each.hash} {...each} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {hasMore && <p className="mt-4 text-muted">There are more. Look for the address you mean.</p>}
      {mayChange && (
        <div className="mt-8 max-w-reading">
          <ActionForm intent="suppress" answer={answer} submit="Stop mail to it" look="plain">
            <TextField
              name="email"
              label="Stop mail to an address"
              hint="Codes and links to sign in stop too. What is done here stands in the audit trail."
              type="email"
              autoComplete="off"
              maxLength={254}
              spellCheck={false}
            />
          </ActionForm>
        </div>
      )}
    </>
  )
}

function SuppressionItem({
  hash,
  address,
  reason,
  createdAt,
  mayChange,
}: ShownSuppression & { mayChange: boolean }) {
  const navigation = useNavigation()
  const isSent = navigation.formData?.get('hash') === hash
  const name = address ?? `an address that is forgotten (${hash.slice(0, 12)})`
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium wrap-anywhere">{address ?? 'Forgotten with its account'}</p>
        <p className="text-sm text-muted">
          {reasons[reason] ?? reason} · <RelativeTime iso={createdAt} />
        </p>
      </div>
      {mayChange && (
        <Form method="post">
          <input type="hidden" name="hash" value={hash} />
          <Button
            type="submit"
            name="intent"
            value="lift"
            pending={isSent}
            aria-label={`Allow mail again: ${name}`}
          >
            {isSent ? 'Sending…' : 'Allow mail again'}
          </Button>
        </Form>
      )}
    </li>
  )
}
