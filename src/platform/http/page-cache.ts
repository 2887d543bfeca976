import { LRUCache } from 'lru-cache'

export interface DrawnPage {
  status: number
  headers: Record<string, string | number | string[]>
  etag: string
  body: Buffer
  /** Whether compressing pays. */
  gains: boolean
  /** Revisions of the scopes it was drawn from. */
  revision: string
}

export interface KeptPage extends DrawnPage {
  /** The bytes for the socket in each encoding asked for so far; `identity` is always there. */
  written: Map<string, WrittenPage>
}

export interface WrittenPage {
  /** Names and values by turns, as they are written. */
  headers: string[]
  body: Buffer
}

// About as many as a usual cache holds pages.
const mostAsked = 1000

/**
 * Pages drawn for anonymous readers, kept while nothing they show has changed; bounded in bytes. Once it is full, a page
 * is kept only when it is asked for again before a thousand others were: a robot that walks through every address
 * pushes out nothing that people read.
 */
export class PageCache {
  readonly #mostBytes: number
  readonly #pages: LRUCache<string, KeptPage> | null
  readonly #asked = new LRUCache<string, true>({ max: mostAsked })
  hits = 0
  misses = 0

  /** `megabytes`: of all bodies in every encoding that was asked for; 0 keeps nothing. */
  constructor(megabytes: number) {
    this.#mostBytes = megabytes * 1024 * 1024
    this.#pages =
      megabytes === 0
        ? null
        : new LRUCache<string, KeptPage>({
            maxSize: this.#mostBytes,
            // Room for the calendar of a large network, ten megabytes with its compressed forms.
            maxEntrySize: this.#mostBytes / 4,
            sizeCalculation: sizeOf,
          })
  }

  /** The page kept under this key, if it was drawn from these revisions. */
  find(key: string, revision: string): KeptPage | null {
    const page = this.#pages?.get(key)
    if (page?.revision === revision) {
      this.hits++
      return page
    }
    this.misses++
    return null
  }

  /** Whether a page of `bytes` bytes that was just drawn is worth keeping. Asking counts. */
  wants(key: string, bytes: number): boolean {
    if (this.#pages === null || bytes > this.#mostBytes / 4) return false
    if (this.#pages.has(key) || this.#pages.calculatedSize + bytes + ownBytes <= this.#mostBytes) return true
    if (this.#asked.delete(key)) return true
    this.#asked.set(key, true)
    return false
  }

  keep(key: string, page: DrawnPage): void {
    this.#pages?.set(key, {
      ...page,
      written: new Map([['identity', writtenAs(page, 'identity', page.body)]]),
    })
  }

  /** Adds another encoding of a kept page; set again so that its size counts. */
  addWritten(key: string, page: KeptPage, encoding: string, body: Buffer): WrittenPage {
    const written = writtenAs(page, encoding, body)
    page.written.set(encoding, written)
    this.#pages?.set(key, page)
    return written
  }

  clear(): void {
    this.#pages?.clear()
    this.#asked.clear()
  }
}

// Its key and headers.
const ownBytes = 1024

function sizeOf(page: KeptPage): number {
  let bytes = ownBytes
  for (const { body } of page.written.values()) bytes += body.length
  return bytes
}

function writtenAs(page: DrawnPage, encoding: string, body: Buffer): WrittenPage {
  const own = { etag: page.etag, 'content-length': body.length }
  const all = Object.entries({
    ...page.headers,
    ...own,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  })
  return {
    body,
    headers: all.flatMap(([name, value]) => [value].flat().flatMap((each) => [name, String(each)])),
  }
}
