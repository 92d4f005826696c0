import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'

/** The one time that a key can be read. */
export function NewKey({ name, token }: { name: string; token: string }) {
  return (
    <FormPage
      title="Keep this key"
      lead="It is shown this once: put it where your program finds it, and nowhere else. Whoever has it can act in your name."
    >
      <h2 className="mb-1 text-sm font-medium wrap-anywhere">{name}</h2>
      <p className="rounded-card border border-hairline bg-surface p-4 font-mono text-[0.9375rem] break-all">
        <code>{token}</code>
      </p>
      <div className="mt-6 flex flex-wrap gap-2">
        <ButtonLink to={paths.apiKeys()} look="primary">
          I have kept it
        </ButtonLink>
        <CopyButton text={token} label="Copy the key" look="plain" />
      </div>
    </FormPage>
  )
}
