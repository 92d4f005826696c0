import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EventList, type EventRow } from '#app/ui/EventList.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { Section } from '#app/ui/forms/Section.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { briefly, type ShownBrief } from '../threads.$threadId_.how/how-words.ts'
import { type Done, doneSentences } from './done.ts'
import { UserDeeds, type UserDeedsProps } from './UserDeeds.tsx'

export type ShownUser = {
  id: string
  name: string
  email: string | null
  role: string
  isSuspended: boolean
  suspendedAt: string | null
  limit: { since: string; score: number; reasons: string[] } | null
  createdAt: string
  hasPassword: boolean
  hasTwoFactor: boolean
  plan: { name: string; threads: number; per: string; left: number }
  /** What they have to do with Stripe; null for who never began to buy. */
  bought: {
    customerId: string | null
    status: string
    heldSince: string | null
    syncedAt: string | null
  } | null
  sessions: { id: string; device: string; network: string; lastSeenAt: string }[]
  threads: { id: string; title: string; writings: ShownBrief[] }[]
  hasMoreThreads: boolean
  events: EventRow[]
}

type UserPageProps = {
  isAdmin: boolean
  user: ShownUser
  may: UserDeedsProps['may']
  done: Done | null
  answer: FormAnswer | undefined
}

export function UserPage({ isAdmin, user, may, done, answer }: UserPageProps) {
  return (
    <AdminFrame isAdmin={isAdmin} title={user.name}>
      {done !== null && !answer && (
        <div className="mb-8">
          <Notice role="status" title={doneSentences[done]} />
        </div>
      )}
      <Section title="Account" about="What is known of it.">
        <Facts user={user} />
        {user.limit !== null && <Limited {...user.limit} />}
      </Section>
      <Section
        title="What to do"
        about="Each deed is written into the audit trail, and the person can read it."
      >
        <UserDeeds user={user} may={may} answer={answer} />
      </Section>
      <Section title="Sessions" about="Browsers that are signed in.">
        <List empty="Signed in nowhere.">
          {user.sessions.map(({ id, device, network, lastSeenAt }) => (
            <li key={id} className="py-3">
              <p className="font-medium">{device}</p>
              <p className="text-sm text-muted tabular-nums">
                {network !== '' && `${network} · `}seen <RelativeTime iso={lastSeenAt} />
              </p>
            </li>
          ))}
        </List>
      </Section>
      <Section
        title="Threads"
        about="By title only, with how each was written: by whom, at what cost, in what time."
      >
        <List empty="None yet.">
          {user.threads.map((thread) => (
            <ThreadItem key={thread.id} {...thread} />
          ))}
        </List>
        {user.hasMoreThreads && <p className="mt-3 text-sm text-muted">And earlier ones.</p>}
      </Section>
      <Section title="Audit trail" about="What they did, and what was done to the account.">
        <EventList events={user.events} />
        {isAdmin && (
          <p className="mt-3">
            <TextLink to={paths.audit({ about: user.id })}>All of it</TextLink>
          </p>
        )}
      </Section>
    </AdminFrame>
  )
}

function Limited({ since, score, reasons }: NonNullable<ShownUser['limit']>) {
  return (
    <div className="mt-6">
      <Notice
        title={`Limited, with a score of ${score} of 100`}
        actions={<ButtonLink to={paths.review()}>Review</ButtonLink>}
      >
        <p>
          It became so <RelativeTime iso={since} />. {reasons.join(' ')}
        </p>
      </Notice>
    </div>
  )
}

function ThreadItem({ id, title, writings }: ShownUser['threads'][number]) {
  return (
    <li className="py-3">
      <p dir="auto" className="truncate font-serif text-lg">
        <TextLink to={paths.record(id)}>{title}</TextLink>
      </p>
      <ul className="text-sm text-muted tabular-nums">
        {writings.map((brief) => (
          <li key={brief.id} className="wrap-anywhere">
            {briefly(brief, 'staff')} · <RelativeTime iso={brief.createdAt} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function List({ empty, children }: { empty: string; children: React.ReactNode[] }) {
  if (children.length === 0) return <p className="text-muted">{empty}</p>
  return <ul className="divide-y divide-hairline border-y border-hairline">{children}</ul>
}

function boughtFacts(bought: ShownUser['bought']): [string, React.ReactNode][] {
  if (bought?.customerId == null) return []
  return [
    ['At Stripe', `${bought.customerId}: ${bought.status}`],
    ['Asked', bought.syncedAt === null ? 'never' : <RelativeTime key="asked" iso={bought.syncedAt} />],
    ...(bought.heldSince === null
      ? []
      : [
          [
            'On hold',
            <span key="held" className="font-medium text-bad">
              disputed <RelativeTime iso={bought.heldSince} />
            </span>,
          ] satisfies [string, React.ReactNode],
        ]),
  ]
}

function Facts({ user }: { user: ShownUser }) {
  const { plan } = user
  const facts: [string, React.ReactNode][] = [
    ['Address', user.email ?? 'none'],
    [
      'Id',
      <span key="id" className="font-mono text-sm">
        {user.id}
      </span>,
    ],
    ['Role', user.role],
    ['Made', <RelativeTime key="since" iso={user.createdAt} />],
    ...(user.suspendedAt === null
      ? []
      : [
          [
            'Suspended',
            <span key="suspended" className="font-medium text-bad">
              <RelativeTime iso={user.suspendedAt} />
            </span>,
          ] satisfies [string, React.ReactNode],
        ]),
    ['Signs in with', user.hasPassword ? 'a password, or a code by mail' : 'a code by mail'],
    ['Two-factor', user.hasTwoFactor ? 'on' : 'off'],
    ['Plan', `${plan.name}: ${plan.threads - plan.left} of ${plan.threads} threads this ${plan.per}`],
    ...boughtFacts(user.bought),
  ]
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
