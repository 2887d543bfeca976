import { createServer } from 'node:net'

/** Fails as listening there would, so that a port in use is reported before a long first load and not after it. */
export async function checkPort({ port, host }: { port: number; host: string }): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen({ port, host }, resolve)
  })
  await new Promise<void>((resolve) => probe.close(() => resolve()))
}
