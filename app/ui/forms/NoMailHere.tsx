import { Notice } from '../Notice.tsx'

/** In the place of a form that only a message could answer. `what` needs one, as a sentence. */
export function NoMailHere({ what }: { what: string }) {
  return (
    <Notice role="status" title="Mail isn’t set up here">
      {what} Until whoever runs this Threadr sets it up, no message would reach you.
    </Notice>
  )
}
