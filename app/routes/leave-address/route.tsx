import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { emailSchema } from '#app/features/accounts/email.ts'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer, type Viewer } from '#app/features/accounts/read-viewer.server.ts'
import { chargeOf } from '#app/features/billing/charge.ts'
import { extraThreads, plans } from '#app/features/billing/plans.ts'
import { leaveAddress } from '#app/features/captures/leave-address.ts'
import { paths } from '#app/paths.ts'
import type { AppContext } from '#app/platform/context.ts'
import { assertReachesPeople, reachesPeople } from '#app/platform/mail-settings.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { CheckMail } from '#app/ui/forms/CheckMail.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { NoMailHere } from '#app/ui/forms/NoMailHere.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { LeaveAddressForm } from './LeaveAddressForm.tsx'

const formSchema = z.object({
  email: emailSchema,
  news: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
})

export const meta: MetaFunction = () => [
  { title: 'Five more threads today · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  chargeOfVisitor(viewer, context)
  return ownPage(viewer, {
    hasOutbox: context.env.mode !== 'production',
    hasMail: reachesPeople(context.env),
  })
}

/** Answers every address alike, one that is known too. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { address: addressKey } = chargeOfVisitor(viewer, context)
  const form = await readForm(request)
  try {
    const { email, news: wantsNews } = formSchema.parse(Object.fromEntries(form))
    const { env, database, sealer } = context
    assertReachesPeople(env)
    await context.limits.take('leave-address', { ip: context.ip, identifier: email })
    const { visitorId } = viewer
    await leaveAddress(
      { prisma: database.prisma, sealer, appUrl: env.appUrl },
      { email, wantsNews, visitorId, addressKey },
    )
    return data({ sentTo: email }, { headers: viewer.setCookie ? { 'Set-Cookie': viewer.setCookie } : {} })
  } catch (error) {
    return refuseForm(error, form, { keep: ['email', 'news'] })
  }
}

/** Who is signed in has a plan and a page for their mail; and where threads aren't counted there is nothing to get. */
function chargeOfVisitor({ session }: Viewer, { env, ip }: AppContext) {
  if (session) throw redirect(paths.mail())
  const charge = chargeOf(env, ip)
  if (!charge)
    throw new Response('Threads aren’t counted here, so there is nothing to leave an address for.', {
      status: 404,
    })
  return charge
}

export default function LeaveAddress() {
  const { hasOutbox, hasMail } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'sentTo' in answer)
    return (
      <CheckMail to={answer.sentTo} outbox={hasOutbox ? paths.outbox() : null}>
        Confirm the address by its link, and the threads are there. The link holds for 24 hours.
      </CheckMail>
    )
  return (
    <FormPage
      title={`${extraThreads} more threads today`}
      lead="Leave an address that you read. Once you have confirmed it, this browser has more threads for the rest of the day (UTC)."
      foot={
        <p>
          Or <TextLink to={paths.signUp()}>make an account</TextLink>: it holds {plans.free.threads} threads a
          month, keeps them, and costs nothing.
        </p>
      }
    >
      {hasMail ? (
        <LeaveAddressForm answer={answer} />
      ) : (
        <NoMailHere what="An address is confirmed by a link that comes by mail." />
      )}
    </FormPage>
  )
}
