import { PrismaPg } from '@prisma/adapter-pg'
import type { Transaction } from '@prisma/driver-adapter-utils'

/**
 * Prisma's way to PostgreSQL, with the statements of a transaction sent one after the other. Prisma asks for several relations
 * at once also where there is one connection, and pg, which has kept such statements in a line so far, will refuse them.
 */
export class OneAtATimePg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (...given) => oneAtATime(await start(...given))
    return adapter
  }
}

function oneAtATime(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  /** What fails keeps nobody behind it from being asked, whose failure then says why. */
  const inTurn =
    <Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    (...given: Given): Promise<Answer> => {
      const answer = last.then(() => ask(...given))
      last = answer.catch(() => {})
      return answer
    }
  transaction.queryRaw = inTurn(transaction.queryRaw.bind(transaction))
  transaction.executeRaw = inTurn(transaction.executeRaw.bind(transaction))
  return transaction
}
