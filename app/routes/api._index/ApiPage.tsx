import { toPlans } from '#app/features/billing/to-plans.ts'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/TextLink.tsx'
import { OfPro } from '../pricing/OfPro.tsx'
import { ExampleCode } from './ExampleCode.tsx'
import type { Example } from './examples.ts'
import { OperationList, type ShownOperation } from './OperationList.tsx'

type ApiPageProps = {
  operations: ShownOperation[]
  kinds: { code: string; status: number; about: string }[]
  examples: Example[]
  isSignedIn: boolean
  /** Whether it comes with another plan than theirs. */
  isClosed: boolean
}

const heading = 'font-serif text-2xl font-medium tracking-tight'

export function ApiPage({ operations, kinds, examples, isSignedIn, isClosed }: ApiPageProps) {
  return (
    <main id="content" className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="font-serif text-4xl font-medium tracking-tight">
        API
        {isClosed && <OfPro />}
      </h1>
      <p className="mt-3 text-muted">
        Programs make, read and change threads at <Code>/api/v1</Code>. They send JSON, and a key with every
        request.{' '}
        {isClosed ? (
          <TextLink to={toPlans('api').to}>{toPlans('api').label}</TextLink>
        ) : isSignedIn ? (
          <TextLink to={paths.apiKeys()}>Make a key</TextLink>
        ) : (
          <TextLink to={paths.signIn(paths.apiKeys())}>Sign in to make a key</TextLink>
        )}
      </p>
      <p className="mt-3 text-muted">
        All of it is described for machines in{' '}
        <a href={paths.openApi()} className="text-accent underline decoration-1 underline-offset-2">
          OpenAPI 3.1
        </a>
        .
      </p>
      <section aria-labelledby="what" className="mt-12">
        <h2 id="what" className={heading}>
          What it does
        </h2>
        <OperationList operations={operations} />
      </section>
      <section aria-labelledby="how" className="mt-12">
        <h2 id="how" className={heading}>
          How it is asked
        </h2>
        {examples.map((example) => (
          <ExampleCode key={example.title} {...example} />
        ))}
      </section>
      <section aria-labelledby="problems" className="mt-12">
        <h2 id="problems" className={heading}>
          What can go wrong
        </h2>
        <p className="mt-2 text-muted">
          Every refusal is a problem document (RFC 9457): <Code>detail</Code> says what happened and what to
          do, <Code>code</Code> is the same in every language, <Code>errors</Code> has what is wrong with
          which field.
        </p>
        <dl className="mt-5 divide-y divide-hairline border-y border-hairline">
          {kinds.map(({ code, status, about }) => (
            <div key={code} id={code} className="scroll-mt-20 gap-x-6 py-3 target:bg-wash sm:flex">
              <dt className="shrink-0 basis-64 font-mono text-sm leading-6">
                <span className="text-muted tabular-nums">{status}</span> {code}
              </dt>
              <dd className="min-w-0">{about}</dd>
            </div>
          ))}
        </dl>
      </section>
    </main>
  )
}

function Code({ children }: { children: string }) {
  return <code className="font-mono text-[0.9375em] text-ink">{children}</code>
}
