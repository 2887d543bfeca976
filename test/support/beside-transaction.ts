import { AsyncLocalStorage } from 'node:async_hooks'
import type { Connection } from '../../src/platform/database/connection.ts'

const transactions = new AsyncLocalStorage<{ isOpen: boolean }>()

/**
 * Makes a statement fail if a transaction sends it outside itself, on the connection from which it began. The embedded database has no
 * second connection: such a statement would wait there for ever. A server has one, and answers without what the transaction has written.
 */
export function refuseBesideTransactions(connection: Connection): void {
  const executor = connection.getExecutor()
  const provide = executor.provideConnection.bind(executor)
  executor.provideConnection = async (consumer) => {
    if (transactions.getStore()?.isOpen)
      throw new Error('A transaction asks the database beside itself: hand its own context on')
    return provide(consumer)
  }
  const begin = connection.transaction.bind(connection)
  connection.transaction = () => {
    const builder = begin()
    const execute = builder.execute.bind(builder)
    builder.execute = (work) =>
      execute((transaction) => {
        const state = { isOpen: true }
        // Work that it started without waiting for it may use the database once the transaction is over.
        return transactions
          .run(state, () => work(transaction))
          .finally(() => {
            state.isOpen = false
          })
      })
    return builder
  }
}
