import { z } from 'zod'
import { type CardLook, cardLooks } from '#app/features/threads/exports/cards/card.ts'

/** The look that an address asks for; light for any other. */
export const lookOf = (request: Request): CardLook =>
  z.enum(cardLooks).catch('light').parse(new URL(request.url).searchParams.get('look'))
