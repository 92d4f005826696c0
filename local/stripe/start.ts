import type { Control } from './control/control.ts'
import { listen } from './listen.ts'
import { type MadeStandIn, type MakeOptions, makeStripeStandIn } from './make.ts'

export type StandInOptions = Omit<MakeOptions, 'url'> & {
  /** 0 for one that is free. */
  port: number
}

export type StripeStandIn = {
  /** Where the SDK, people's browsers and `/stand-in/…` reach it, without a slash at the end. */
  url: string
  control: Control
  close(): Promise<void>
}

/**
 * Starts a stand-in of Stripe on 127.0.0.1: the API that the SDK talks to, pages for checkout and for the portal, and signed
 * events. No money moves. Rejects where the port is taken.
 */
export async function startStripeStandIn({ port, ...options }: StandInOptions): Promise<StripeStandIn> {
  let made: MadeStandIn | null = null
  const server = await listen(port, (request, response) => made?.handle(request, response))
  made = makeStripeStandIn({ ...options, url: server.url })
  const { control, close } = made
  return {
    url: server.url,
    control,
    async close() {
      await close()
      await server.close()
    },
  }
}
