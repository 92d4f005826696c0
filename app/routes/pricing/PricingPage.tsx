import { featureWords } from '#app/features/billing/feature-words.ts'
import { extraThreads, type Feature, plans } from '#app/features/billing/plans.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { Notice } from '#app/ui/Notice.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { BuyForm } from './BuyForm.tsx'
import { PlanCard } from './PlanCard.tsx'

export type PricingPageProps = {
  isSold: boolean
  isStandIn: boolean
  isSignedIn: boolean
  plan: string
  hasSubscription: boolean
  withTrial: boolean
  /** What somebody wanted to use that their plan doesn't hold. */
  wanted: Feature | null
  /** Whether a visitor may have more threads for an address. */
  mayLeaveAddress: boolean
  wasLeft: boolean
  answer: FormAnswer | undefined
}

export function PricingPage(props: PricingPageProps) {
  const { isSold, isStandIn, isSignedIn, plan, hasSubscription, wanted, wasLeft, answer } = props
  const toPlan = <ButtonLink to={paths.plan()}>Your plan</ButtonLink>
  return (
    <main id="content" className="mx-auto w-full max-w-5xl px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="font-serif text-4xl font-medium tracking-tight">Plans and prices</h1>
      <p className="mt-3 mb-8 max-w-reading text-lg text-muted">
        Whatever your plan, every tweet shows where it comes from, and everything you made stays yours.
      </p>
      {wanted !== null && isSold && (
        <div className="mb-8">
          <Notice role="status" title={`${featureWords[wanted].title}: with ${plans.pro.title}`}>
            {featureWords[wanted].about} Your threads stay as they are either way.
          </Notice>
        </div>
      )}
      {wasLeft && !answer && (
        <div className="mb-8">
          <Notice role="status" title="Nothing was bought and nothing was charged." />
        </div>
      )}
      <div className="grid gap-4 md:grid-cols-3">
        <PlanCard plan={plans.visitor} isYours={plan === 'visitor'}>
          {!isSignedIn && <ButtonLink to={paths.landing()}>Write a thread</ButtonLink>}
        </PlanCard>
        <PlanCard plan={plans.free} isYours={plan === 'free'}>
          {isSignedIn ? null : <ButtonLink to={paths.signUp()}>Make an account</ButtonLink>}
        </PlanCard>
        {isSold && (
          <PlanCard plan={plans.pro} isYours={plan === 'pro'}>
            {hasSubscription ? toPlan : <BuyForm {...props} />}
          </PlanCard>
        )}
      </div>
      <div className="mt-8 max-w-reading space-y-3 text-[0.9375rem] text-muted">
        {isSold ? (
          <>
            <p>
              Prices are in US dollars, before taxes. Pro renews by itself and can be cancelled at any time;
              it then lasts to the end of what was paid for. A year costs as much as ten months.
            </p>
            <p>
              Going back to Free deletes nothing: all threads can still be read, edited and exported, and only
              new ones are counted by it.
            </p>
          </>
        ) : (
          <p>This Threadr sells nothing: there are the plans above, and they cost nothing.</p>
        )}
        {props.mayLeaveAddress && (
          <p>
            Without an account, <TextLink to={paths.leaveAddress()}>an address that you leave</TextLink>{' '}
            brings {extraThreads} more threads on the day, once.
          </p>
        )}
        {isStandIn && (
          <p>
            This is a copy on a computer of one’s own: what is bought here is bought at a test stand-in of
            Stripe, and no money moves.
          </p>
        )}
      </div>
    </main>
  )
}
