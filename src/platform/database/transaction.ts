import type { Context } from '../context/context.ts'

type Listener = () => void
const listeners = new Set<Listener>()

/** Runs a command's work in one transaction; those who keep pages are told once it is committed. */
export async function inTransaction<T>(context: Context, work: (context: Context) => Promise<T>): Promise<T> {
  if (context.database.isTransaction) return work(context)
  const result = await context.database.transaction().execute((database) => work({ ...context, database }))
  announceCommit()
  return result
}

/** Tells those who keep pages that something was committed. */
export function announceCommit(): void {
  for (const listener of listeners) listener()
}

/** Calls back after every commit of this process; answers a function that stops it. */
export function onCommit(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
