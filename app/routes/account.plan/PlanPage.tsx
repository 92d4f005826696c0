import type { ShownSubscription } from '#app/features/billing/read-subscription.ts'
import type { DayOfUse } from '#app/features/billing/read-usage.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { Section } from '#app/ui/forms/Section.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { UpLink } from '#app/ui/UpLink.tsx'
import { type Done, doneSentences } from './done.ts'
import { InvoiceList } from './InvoiceList.tsx'
import { planInWords } from './plan-words.ts'
import { UsageBars } from './UsageBars.tsx'

type PlanPageProps = {
  plan: string
  subscription: ShownSubscription | null
  usage: DayOfUse[]
  threads: { used: number; of: number; per: string }
  renewsAt: string
  isCounted: boolean
  isSold: boolean
  isStandIn: boolean
  supportEmail: string | null
  done: Done | null
  answer: FormAnswer | undefined
}

export function PlanPage(props: PlanPageProps) {
  const { subscription, usage, threads, isCounted, isSold, isStandIn, done, answer } = props
  const words = planInWords(props)
  const hasBought = subscription?.customerId != null
  return (
    <main id="content" className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-14">
      <UpLink to={paths.account()} label="Account" />
      <h1 className="mb-8 font-serif text-4xl font-medium tracking-tight">Your plan</h1>
      {done !== null && !answer && (
        <div className="mb-8">
          <Notice role="status" title={doneSentences[done]} />
        </div>
      )}
      <Section title={words.title} about={words.price ?? 'It costs nothing.'}>
        {words.warning !== null && (
          <div className="mb-5">
            <Notice tone="bad" title={words.warning.title}>
              {words.warning.text}
            </Notice>
          </div>
        )}
        <p>{words.next}</p>
        <div className="flex flex-wrap items-end gap-x-3">
          {isSold && hasBought && (
            <ActionForm
              intent="manage"
              answer={answer}
              submit="Change, pay or cancel"
              pending="Opening Stripe…"
              look="plain"
            />
          )}
          {isSold && !subscription?.isUnderWay && (
            <div className="mt-6">
              <ButtonLink to={paths.pricing()} look="primary">
                See what Pro holds
              </ButtonLink>
            </div>
          )}
        </div>
        {isStandIn && <p className="mt-4 text-sm text-muted">Payments are a test here: no money moves.</p>}
      </Section>
      <Section
        title="This month"
        about={
          isCounted
            ? `New threads, by day. ${words.renewal}`
            : 'New threads, by day. On a computer of one’s own nothing is counted.'
        }
      >
        {isCounted && (
          <p className="mb-4 tabular-nums">
            <strong className="font-medium">{threads.used}</strong> of {threads.of} threads this {threads.per}
          </p>
        )}
        <UsageBars days={usage} />
      </Section>
      {subscription !== null && subscription.invoices.length > 0 && (
        <Section title="Invoices" about="Kept by Stripe, where each can be saved.">
          <InvoiceList invoices={subscription.invoices} />
        </Section>
      )}
    </main>
  )
}
