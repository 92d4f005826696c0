import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'

/** The one time that recovery codes can be read. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <FormPage
      title="Keep these codes"
      lead="Two-factor sign-in is on. Without your phone, each of these lets you in once. They are shown this once: write them down, or put them into your password manager."
    >
      <ul
        aria-label="Recovery codes"
        className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-card border border-hairline bg-surface p-4 font-mono text-[0.9375rem] tabular-nums"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-6 flex flex-wrap gap-2">
        <ButtonLink to={paths.account()} look="primary">
          I have kept them
        </ButtonLink>
        <CopyButton text={codes.join('\n')} label="Copy the codes" look="plain" />
      </div>
    </FormPage>
  )
}
