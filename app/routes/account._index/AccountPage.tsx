import { keysThatStay } from '#app/features/accounts/api-keys/keys-that-stay.ts'
import type { Connection } from '#app/features/accounts/connected/list-connected.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { PasswordField } from '#app/ui/forms/PasswordField.tsx'
import { Section } from '#app/ui/forms/Section.tsx'
import { TextField } from '#app/ui/forms/TextField.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { OfPro } from '../pricing/OfPro.tsx'
import { Connections } from './Connections.tsx'
import { type Done, doneSentences } from './done.ts'
import { PasswordPart } from './PasswordPart.tsx'
import { SessionList, type ShownSession } from './SessionList.tsx'

type AccountPageProps = {
  name: string
  email: string
  hasPassword: boolean
  hasTwoFactor: boolean
  connections: Connection[]
  /** What kept them from connecting something. */
  problem: { title: string; more?: string } | null
  /** How many API keys there are. */
  keys: number
  sessions: ShownSession[]
  /** Null for who has all of their plan. */
  limit: { what: string; why: string } | null
  /** Whether nothing is sent to their address any more, since it came back or was complained of. */
  mailCameBack: boolean
  /** Whether the API comes with another plan than theirs. */
  isApiClosed: boolean
  done: Done | null
  hasOutbox: boolean
  answer: FormAnswer | undefined
}

export function AccountPage(props: AccountPageProps) {
  const { name, email, hasPassword, hasTwoFactor, keys, sessions, limit, done, problem, hasOutbox, answer } =
    props
  return (
    <main id="content" className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="mb-8 font-serif text-4xl font-medium tracking-tight">Account</h1>
      {done !== null && !answer && (
        <div className="mb-8">
          <Notice role="status" title={doneSentences[done]}>
            {whatElse(done, { hasOutbox, keys })}
          </Notice>
        </div>
      )}
      {problem && !answer && (
        <div className="mb-8">
          <Notice tone="bad" role="alert" title={problem.title}>
            {problem.more}
          </Notice>
        </div>
      )}
      {limit !== null && (
        <div className="mb-8">
          <Notice title={limit.what}>{limit.why}</Notice>
        </div>
      )}
      <Section title="Name" about="What you are called on your own pages.">
        <ActionForm intent="name" answer={answer} submit="Change the name" look="plain">
          <TextField name="name" label="Name" initial={name} autoComplete="name" maxLength={80} />
        </ActionForm>
      </Section>
      <Section
        title="Email"
        about="You sign in with it. A change holds once the new address has confirmed it."
      >
        <p className="mb-5 wrap-anywhere">
          Your address is <strong className="font-medium">{email}</strong>.
        </p>
        {props.mailCameBack && (
          <div className="mb-5">
            <Notice tone="bad" title="Mail to this address doesn’t arrive">
              Nothing is sent to it any more, codes and links included: it came back, was called spam, or was
              stopped by hand. Give another address here, or write to us if this one works again.
            </Notice>
          </div>
        )}
        {hasPassword ? (
          <ActionForm intent="email" answer={answer} submit="Change the address" look="plain">
            <TextField name="email" label="New address" type="email" autoComplete="off" spellCheck={false} />
            <PasswordField name="password" label="Your password" autoComplete="current-password" />
          </ActionForm>
        ) : (
          <p className="text-[0.9375rem] text-muted">To change it, choose a password first.</p>
        )}
      </Section>
      <Section title="Password" about="A new one signs every other browser and program out. API keys stay.">
        <PasswordPart hasPassword={hasPassword} answer={answer} />
      </Section>
      {props.connections.length > 0 && (
        <Section
          title="Connected accounts"
          about="They sign you in without a password. Threadr learns who you are there, and may do nothing in your name."
        >
          <Connections connections={props.connections} hasPassword={hasPassword} answer={answer} />
        </Section>
      )}
      <Section
        title="Two-factor sign-in"
        about="A code of an app on your phone, beside the password. Who learns your password alone can’t get in."
      >
        <p className="mb-4">
          It is <strong className="font-medium">{hasTwoFactor ? 'on' : 'off'}</strong>.
        </p>
        <ButtonLink to={paths.twoFactor()}>{hasTwoFactor ? 'Manage it' : 'Set it up'}</ButtonLink>
      </Section>
      <Section
        title="Your mail"
        about="The digest of your threads at the hour you choose, and which other messages you get."
      >
        <ButtonLink to={paths.mail()}>Choose what comes</ButtonLink>
      </Section>
      <Section
        title="API keys"
        mark={props.isApiClosed && <OfPro />}
        about="They let programs of yours make and read threads, without your password. Programs that you signed in stand there too."
      >
        <ButtonLink to={paths.apiKeys()}>Manage keys and programs</ButtonLink>
      </Section>
      <Section
        title="Where you are signed in"
        about="Sign out what you don’t know, and choose a new password then."
      >
        <SessionList sessions={sessions} answer={answer} />
        <p className="mt-4 text-[0.9375rem] text-muted">
          <TextLink to={paths.activity()}>What was done on your account</TextLink>
        </p>
      </Section>
      <Section title="Plan" about="What you are on, how much of it is used, and what was paid.">
        <ButtonLink to={paths.plan()}>Open your plan</ButtonLink>
        <p className="mt-4 text-[0.9375rem] text-muted">
          <TextLink to={paths.ownNumbers()}>What you have made, in numbers</TextLink>
        </p>
      </Section>
      <Section
        title="Your data"
        about="Have a copy of all of it, say how long threads are kept, or delete the account."
      >
        <ButtonLink to={paths.privacy()}>Manage your data</ButtonLink>
      </Section>
    </main>
  )
}

/** What is to be known beside what was done. */
function whatElse(done: Done, { hasOutbox, keys }: { hasOutbox: boolean; keys: number }) {
  const stay = keysThatStay(keys)
  if (done === 'password' && stay !== null)
    return (
      <>
        {stay} <TextLink to={paths.apiKeys()}>Review them</TextLink>
      </>
    )
  if (done !== 'email-asked' || !hasOutbox) return undefined
  return (
    <>
      This copy of Threadr may send no mail: its messages lie in{' '}
      <TextLink to={paths.outbox()}>the outbox</TextLink>.
    </>
  )
}
