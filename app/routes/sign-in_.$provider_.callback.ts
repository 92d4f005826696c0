import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { comeBack } from '#app/features/accounts/connected/come-back.server.ts'
import { connectAccount } from '#app/features/accounts/connected/connect.ts'
import { findPerson } from '#app/features/accounts/connected/find-person.ts'
import {
  endedJourneyCookie,
  type Journey,
  readJourney,
} from '#app/features/accounts/connected/journey.server.ts'
import { problemQuery } from '#app/features/accounts/connected/problems.ts'
import { providerOf } from '#app/features/accounts/connected/provider-of.ts'
import { keysOf } from '#app/features/accounts/connected/set-out.server.ts'
import { readViewer, type Viewer } from '#app/features/accounts/read-viewer.server.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { letIn } from '#app/features/claiming/let-in.server.ts'
import { paths } from '#app/paths.ts'
import type { AppContext } from '#app/platform/context.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { AppError } from '#app/platform/errors.ts'

/**
 * Takes whom a provider sends back. A GET that writes, since providers know no other way: what it does was begun by a form of
 * ours in the same browser, which alone holds what is asked for here, and is done once.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const provider = providerOf(params)
  keysOf(context.env, provider)
  const viewer = await readViewer(request, context)
  const journey = await readJourney(request, context.env, context.sealer)
  const onWay = journey?.provider === provider ? journey : null
  const answer = await arrive(request, context, viewer, onWay).catch((error: unknown) => {
    const query = error instanceof AppError ? problemQuery(error.code, provider) : null
    if (!query) throwAsResponse(error)
    if (error instanceof AppError) context.logger[error.level]({ err: error, provider }, 'nobody came back')
    // What is loaded again after it let somebody in has nothing to complain of.
    if (viewer.session && query.problem === 'journey-is-over' && !onWay?.connects)
      return redirect(onWay?.next ?? paths.threads())
    if (viewer.session) return redirect(`${paths.account()}?${new URLSearchParams(query)}`)
    const next = query.problem === 'account-exists' ? paths.account() : onWay?.next
    return redirect(`${paths.signIn()}?${new URLSearchParams({ ...query, ...(next && { next }) })}`)
  })
  answer.headers.append('Set-Cookie', await endedJourneyCookie(context.env))
  await context.noteWrite()
  return answer
}

async function arrive(
  request: Request,
  context: AppContext,
  viewer: Viewer,
  journey: Journey | null,
): Promise<Response> {
  if (!journey)
    throw new AppError('journey-is-over', 'This browser is on no way to a provider.', { status: 410 })
  const { visitorId, session } = viewer
  const { identity, userId } = await comeBack(context, { journey, visitorId, url: request.url })
  const origin = originOf(request, context.ip)
  const { prisma } = context.database
  const telling = { sealer: context.sealer, appUrl: context.env.appUrl }
  if (!journey.connects) {
    const takeSignUp = (email: string) =>
      context.limits.take('sign-up', { ip: context.ip, identifier: email })
    const person = await findPerson({ prisma, ...telling, takeSignUp }, { identity, visitorId, origin })
    return letIn(request, context, viewer, { userId: person.userId, next: journey.next })
  }
  // Signed out meanwhile, or as somebody else, or seeing Threadr as somebody else does.
  if (!session || session.seeing || session.userId !== userId)
    throw new AppError('journey-is-over', 'Another account is signed in by now.', { status: 410 })
  await connectAccount(prisma, telling, { userId, origin, identity })
  return redirect(journey.next)
}
