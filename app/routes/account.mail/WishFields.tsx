import { kindWords, type Wishes, wishedKinds } from '#app/features/mail/wishes/kinds.ts'
import { CheckField } from '#app/ui/forms/CheckField.tsx'

/** A box for each kind of mail that may be stopped, the digest aside. */
export function WishFields({ wishes }: { wishes: Wishes }) {
  return wishedKinds.map((kind) => (
    <CheckField
      key={kind}
      name={kind}
      label={kindWords[kind].title}
      about={kindWords[kind].about}
      initial={wishes[kind]}
    />
  ))
}
