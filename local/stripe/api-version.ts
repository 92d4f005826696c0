import type Stripe from 'stripe'

/** The version of Stripe's API that the stand-in speaks, which is the one that the SDK is made for. */
export const apiVersion: Stripe.LatestApiVersion = '2026-10-28.endive'
