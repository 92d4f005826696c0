import type { ReactNode } from 'react'
import { TextLink } from '../TextLink.tsx'
import { FormPage } from './FormPage.tsx'

/** Says that a message is on its way. `outbox` is where it lies, in a copy of Threadr that sends none. */
export function CheckMail({
  to,
  outbox,
  children,
}: {
  to: string
  outbox: string | null
  children: ReactNode
}) {
  return (
    <FormPage title="Look into your mail">
      <div role="status" className="space-y-4">
        <p>
          A message is on its way to <strong className="font-medium wrap-anywhere">{to}</strong>. {children}
        </p>
        {outbox === null ? (
          <p className="text-muted">Nothing there after a few minutes? Look in the folder for spam.</p>
        ) : (
          <p className="text-muted">
            This copy of Threadr may send no mail: its messages lie in{' '}
            <TextLink to={outbox}>the outbox</TextLink>.
          </p>
        )}
      </div>
    </FormPage>
  )
}
