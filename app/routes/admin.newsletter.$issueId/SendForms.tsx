import { ActionForm } from '#app/ui/forms/ActionForm.tsx'

type SendFormsProps = { version: number; addressees: number }

/** What there is to do with a draft that was saved. What goes wrong is said above the page. */
export function SendForms({ version, addressees }: SendFormsProps) {
  const shared = { answer: undefined, hidden: { version: String(version) } }
  const people = addressees === 1 ? '1 person' : `${addressees.toLocaleString('en')} people`
  return (
    <section aria-labelledby="send" className="mt-10">
      <h2 id="send" className="mb-2 font-serif text-2xl font-medium">
        Send it
      </h2>
      <p className="text-[0.9375rem] text-muted">
        What goes out is what you see above. Send yourself a copy first: what was sent can be stopped on its
        way, not called back.
      </p>
      <div className="flex flex-wrap gap-x-3">
        <ActionForm {...shared} intent="copy" submit="Send me a copy" look="plain" />
        {addressees > 0 && <ActionForm {...shared} intent="send" submit={`Send it to ${people}`} />}
        <ActionForm {...shared} intent="delete" submit="Delete the draft" look="quiet" pending="Deleting…" />
      </div>
      {addressees === 0 && (
        <p className="mt-4 text-[0.9375rem]">
          Nobody has asked for news yet, so there is nobody to send it to.
        </p>
      )}
    </section>
  )
}
