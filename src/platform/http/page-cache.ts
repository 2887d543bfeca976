import { LRUCache } from 'lru-cache'

export interface KeptPage {
  status: number
  headers: Record<string, string | number | string[]>
  etag: string
  /** The body in each encoding asked for so far; `identity` is always there. */
  bodies: Map<string, Buffer>
  /** Revisions of the scopes it was drawn from. */
  revision: string
}

const keptBytes = 64 * 1024 * 1024

/** Pages drawn for anonymous readers, kept while nothing they show has changed; bounded in bytes. */
export class PageCache {
  readonly #pages = new LRUCache<string, KeptPage>({
    maxSize: keptBytes,
    maxEntrySize: keptBytes / 16,
    sizeCalculation: sizeOf,
  })
  hits = 0
  misses = 0

  /** The page kept under this key, if it was drawn from these revisions. */
  find(key: string, revision: string): KeptPage | null {
    const page = this.#pages.get(key)
    if (page?.revision === revision) {
      this.hits++
      return page
    }
    this.misses++
    return null
  }

  keep(key: string, page: KeptPage): void {
    this.#pages.set(key, page)
  }

  /** Adds another encoding of a kept page; set again so that its size counts. */
  addBody(key: string, page: KeptPage, encoding: string, body: Buffer): void {
    page.bodies.set(encoding, body)
    this.#pages.set(key, page)
  }

  clear(): void {
    this.#pages.clear()
  }
}

function sizeOf(page: KeptPage): number {
  let bytes = 1024
  for (const body of page.bodies.values()) bytes += body.length
  return bytes
}

/** An address as its page reads it: the path, and only the parameters that it knows, in one order. */
export function readAddress(url: string, parameters: readonly string[]): string {
  const mark = url.indexOf('?')
  if (mark < 0) return url
  const given = new URLSearchParams(url.slice(mark + 1))
  const read = parameters.flatMap((name) =>
    given.getAll(name).map((value): [string, string] => [name, value]),
  )
  return read.length === 0 ? url.slice(0, mark) : `${url.slice(0, mark)}?${new URLSearchParams(read)}`
}

/** What a page is kept under: its address as it reads it, and the day. */
export function cacheKey(url: string, parameters: readonly string[], day: string): string {
  return `${readAddress(url, parameters)}\n${day}`
}
