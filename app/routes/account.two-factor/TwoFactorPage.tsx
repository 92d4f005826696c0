import { paths } from '#app/paths.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { PasswordField } from '#app/ui/forms/PasswordField.tsx'
import { TextField } from '#app/ui/forms/TextField.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

type Stand =
  | { state: 'off' }
  | { state: 'setting-up'; seed: string; address: string; qr: { size: number; path: string } }
  | { state: 'on'; codesLeft: number }

type TwoFactorPageProps = { stand: Stand; answer: FormAnswer | { recoveryCodes: string[] } | undefined }

const up = { to: paths.account(), label: 'Account' }

export function TwoFactorPage({ stand, answer }: TwoFactorPageProps) {
  if (answer && 'recoveryCodes' in answer) return <RecoveryCodes codes={answer.recoveryCodes} />
  switch (stand.state) {
    case 'off':
      return <Off answer={answer} />
    case 'setting-up':
      return <SettingUp {...stand} answer={answer} />
    case 'on':
      return <On {...stand} answer={answer} />
  }
}

function Off({ answer }: { answer: FormAnswer | undefined }) {
  return (
    <FormPage
      title="Two-factor sign-in"
      lead="Signing in then takes your password and six digits of an authenticator app on your phone."
      up={up}
    >
      <ActionForm intent="begin" answer={answer} submit="Set it up">
        <PasswordField name="password" label="Your password" autoComplete="current-password" />
      </ActionForm>
    </FormPage>
  )
}

function SettingUp({
  seed,
  address,
  qr,
  answer,
}: Extract<Stand, { state: 'setting-up' }> & { answer: FormAnswer | undefined }) {
  return (
    <FormPage
      title="Set up two-factor sign-in"
      lead="Scan the picture with your authenticator app, then type in the six digits that it shows."
      up={up}
    >
      <svg
        role="img"
        aria-label="QR code for your authenticator app. The key below says the same."
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        shapeRendering="crispEdges"
        className="qr-code w-full max-w-60 rounded-card border border-hairline"
      >
        <path d={qr.path} />
      </svg>
      <p className="mt-4 text-sm text-muted">
        On this device?{' '}
        <a href={address} className="text-accent underline underline-offset-2">
          Open it in the app
        </a>
        . Or type this key into the app:
      </p>
      <p className="mt-2 rounded-control bg-sunken px-3 py-2 font-mono text-sm break-all">
        {seed.replaceAll(/(.{4})(?=.)/g, '$1 ')}
      </p>
      <ActionForm intent="confirm" answer={answer} submit="Turn it on" className="mt-8">
        <TextField
          name="code"
          label="Code of the app"
          inputMode="numeric"
          autoComplete="one-time-code"
          className="max-w-48 text-xl tracking-[0.2em] tabular-nums"
        />
      </ActionForm>
    </FormPage>
  )
}

function On({ codesLeft, answer }: { codesLeft: number; answer: FormAnswer | undefined }) {
  const left = codesLeft === 1 ? '1 recovery code is' : `${codesLeft} recovery codes are`
  return (
    <FormPage title="Two-factor sign-in is on" lead={`${left} left of ten.`} up={up}>
      <h2 className="font-serif text-xl font-medium">New recovery codes</h2>
      <p className="mt-1 mb-5 text-[0.9375rem] text-muted">The ones you have are worth nothing then.</p>
      <ActionForm intent="renew" answer={answer} submit="Make new codes" look="plain">
        <PasswordField name="password" label="Your password" autoComplete="current-password" />
      </ActionForm>
      <h2 className="mt-10 font-serif text-xl font-medium">Turn it off</h2>
      <p className="mt-1 mb-5 text-[0.9375rem] text-muted">From then on your password alone lets you in.</p>
      <ActionForm intent="end" answer={answer} submit="Turn it off" look="plain">
        <PasswordField name="password" label="Your password" autoComplete="current-password" />
      </ActionForm>
    </FormPage>
  )
}
