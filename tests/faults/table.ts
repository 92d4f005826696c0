import { edits } from './at-once/edits.ts'
import { differentSubmits, identicalSubmits } from './at-once/submits.ts'
import { databaseStopped } from './database/stopped.ts'
import type { Fault } from './fault.ts'
import { mailFaults } from './mail/mail-faults.ts'
import { breaker } from './model/breaker.ts'
import { modelFaults } from './model/faults.ts'
import { deepNesting } from './pages/deep-nesting.ts'
import { dripping, drippingHeaders, drippingRedirects } from './pages/drip.ts'
import { endlessBody, endlessHeaders, endlessHints, endlessTrailers, redirectLoop } from './pages/endless.ts'
import { doubleLength, noCharacters, tooLittle, tooMuch, unknownCharset, wrongCharset } from './pages/lies.ts'
import { longLine, longWord } from './pages/long-line.ts'
import { manyAttributes } from './pages/many-attributes.ts'
import { manyElements } from './pages/many-elements.ts'
import { manyLines } from './pages/many-lines.ts'
import { manyLinks } from './pages/many-links.ts'
import { doubleGzip, endlessNothing, mixedPacking, wideWindow } from './pages/packed.ts'
import { noTls, silentBody, silentTls } from './pages/silence.ts'
import { redisFrozen, redisStopped } from './redis/redis.ts'
import { rolling } from './rolling/rolling.ts'
import { ssrf } from './ssrf/ssrf.ts'
import { stripeForged } from './stripe/stripe-forged.ts'
import { stripeOrders } from './stripe/stripe-orders.ts'
import { killed } from './workers/killed.ts'
import { paused } from './workers/paused.ts'

/** Every fault, in the order they run. */
export const faults: readonly Fault[] = [
  ssrf,
  deepNesting,
  manyElements,
  manyLines,
  manyLinks,
  manyAttributes,
  longLine,
  longWord,
  doubleGzip,
  mixedPacking,
  wideWindow,
  endlessNothing,
  endlessBody,
  endlessHeaders,
  endlessHints,
  endlessTrailers,
  redirectLoop,
  wrongCharset,
  unknownCharset,
  noCharacters,
  tooLittle,
  tooMuch,
  doubleLength,
  dripping,
  drippingHeaders,
  drippingRedirects,
  silentBody,
  silentTls,
  noTls,
  ...modelFaults,
  breaker,
  identicalSubmits,
  differentSubmits,
  edits,
  killed,
  paused,
  databaseStopped,
  redisStopped,
  redisFrozen,
  rolling,
  stripeOrders,
  stripeForged,
  ...mailFaults,
]
