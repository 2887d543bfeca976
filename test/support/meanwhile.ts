import type { TestApp } from './open-test-app.ts'

/**
 * Lets a colleague act after a request has loaded what it is about and before its first transaction begins, and returns the answer to the
 * request: what it has checked until then may be otherwise by now. Throws if the request began no transaction.
 */
export async function meanwhile<T>(
  { context: { database } }: Pick<TestApp, 'context'>,
  act: () => Promise<unknown>,
  request: () => Promise<T>,
): Promise<T> {
  const begin = database.transaction
  database.transaction = () => {
    database.transaction = begin
    const builder = begin()
    const execute = builder.execute.bind(builder)
    builder.execute = async (work) => {
      await act()
      return execute(work)
    }
    return builder
  }
  try {
    const answer = await request()
    if (database.transaction !== begin) throw new Error('The request began no transaction')
    return answer
  } finally {
    database.transaction = begin
  }
}
