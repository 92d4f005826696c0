import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { requireFeature } from '#app/features/billing/require-feature.server.ts'
import { networkNames } from '#app/features/threads/lint/network-names.ts'
import { readVariant, variantVersions } from '#app/features/threads/variants/read-variant.ts'
import { variantNetworkSchema } from '#app/features/threads/variants/variant.ts'
import { paths, threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'
import { planOffer } from '../threads.$threadId_.out/plan-offer.server.ts'
import { shownVariant } from './shown-variant.server.ts'
import { takeWish, textNames } from './take-wish.server.ts'
import { VariantPage } from './VariantPage.tsx'
import { doneSentences } from './variant-props.ts'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `“${shown.title}” for ${networkNames[shown.network]} · Threadr` : 'Threadr' },
  { name: 'robots', content: 'noindex' },
]

const placeOf = (params: LoaderFunctionArgs['params']) => {
  const network = variantNetworkSchema.safeParse(params.network)
  if (!network.success) throw new Response('Threadr knows no such network.', { status: 404 })
  return { threadId: threadIdOf(params), network: network.data }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const place = placeOf(params)
  const { prisma } = context.database
  const variant = await readVariant(prisma, viewer.owner, place).catch(throwAsResponse)
  const versions = await variantVersions(prisma, place)
  // What was made while they had the plan stays theirs to read and change.
  const { closed, networks } = await planOffer(context, viewer.owner, place.threadId)
  if (versions.length === 0 && closed.includes('variants')) throw redirect(paths.pricing({ for: 'variants' }))
  return ownPage(viewer, {
    ...shownVariant(variant),
    networks,
    versions: versions.map(({ version, createdAt }) => ({ version, createdAt: createdAt.toISOString() })),
    done: doneSchemaOf(doneSentences).parse(new URL(request.url).searchParams.get('done')),
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const place = placeOf(params)
  const form = await readForm(request)
  try {
    await context.limits.take('save', { owner, ip: context.ip })
    const versions = await variantVersions(context.database.prisma, place)
    if (versions.length === 0) await requireFeature(context, owner, 'variants')
    const done = await takeWish(context.database.prisma, owner, place, form)
    return redirect(paths.variant(place.threadId, place.network, { done }))
  } catch (error) {
    const keep = ['tweetId', 'finding', 'limit', ...textNames(form)]
    return refuseForm(error, form, { keep, whichWish: 'Choose what to change.' })
  }
}

/** What was refused is refused for what the variant is by now, which the page then shows. */
export const shouldRevalidate = () => true

export default function VariantRoute() {
  return <VariantPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
