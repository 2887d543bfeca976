import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { databaseAddress } from '../../tools/test/cluster.ts'

/** A way to the run's PostgreSQL server that a test closes and opens: a client that takes it finds the server away, or frozen. */
export interface DatabaseRelay {
  /** Address of a database of the server by this way. */
  address(database: string): string
  /** Data that is sent stays on the way: no answer, no end. */
  freeze(): void
  /** Ends every connection, and accepts none. */
  cut(): void
  restore(): void
}

export async function openDatabaseRelay(server: string): Promise<DatabaseRelay> {
  const url = new URL(server)
  const folder = url.searchParams.get('host')
  const there = folder?.startsWith('/')
    ? { path: `${folder}/.s.PGSQL.${url.port || 5432}` }
    : { host: folder ?? url.hostname, port: Number(url.port || 5432) }
  const pairs = new Set<[Socket, Socket]>()
  let state: 'open' | 'frozen' | 'cut' = 'open'
  const relay = createServer((near) => {
    if (state === 'cut') return near.destroy()
    const far = connect(there)
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    for (const [from, to] of [pair, pair.toReversed()] as [Socket, Socket][]) {
      from.on('error', () => undefined).on('close', () => to.destroy() && pairs.delete(pair))
      from.pipe(to)
    }
    if (state === 'frozen') for (const each of pair) each.pause()
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  const place = relay.address()
  const port = typeof place === 'object' ? place?.port : 0
  const end = () => {
    for (const [near, far] of pairs) {
      near.destroy()
      far.destroy()
    }
  }
  onTestFinished(() => {
    end()
    relay.close()
  })
  return {
    address: (database) => {
      const address = new URL(databaseAddress(`postgresql://entente@127.0.0.1:${port}/x`, database))
      return address.href
    },
    freeze: () => {
      state = 'frozen'
      for (const each of [...pairs].flat()) each.pause()
    },
    cut: () => {
      state = 'cut'
      end()
    },
    restore: () => {
      state = 'open'
      for (const each of [...pairs].flat()) each.resume()
    },
  }
}
