import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import type { BucketPlace } from '../settings/storage-settings.ts'
import { type Storage, StorageUnusable } from './storage.ts'

export interface S3Limits {
  /** Until an answer begins; a large file has as long again for each ten megabytes. */
  timeMs: number
  /** How often a request that failed for the store's reasons is tried again. */
  retries: number
  pauseMs: number
}

const usualLimits: S3Limits = { timeMs: 20_000, retries: 3, pauseMs: 300 }

/** Files as objects of a bucket, `prefix/abcd…`: in any store that speaks the S3 protocol, signed by version 4. */
export function openS3Storage(
  settings: BucketPlace,
  scratch: string,
  limits: Partial<S3Limits> = {},
): Storage {
  const bucket = new Bucket(settings, { ...usualLimits, ...limits })
  return {
    place: bucket.place,
    isLocal: false,
    scratch,
    put: async (sha256, path, size) => {
      if ((await bucket.sizeOf(sha256)) === size) return
      await bucket.put(sha256, await openAsBlob(path), sha256)
    },
    read: async (sha256) => {
      const answer = await bucket.ask('GET', sha256)
      return answer?.body ? Readable.from(answer.body) : null
    },
    has: async (sha256) => (await bucket.sizeOf(sha256)) !== null,
    remove: async (sha256) => void (await bucket.ask('DELETE', sha256)),
    check: async () => {
      const name = `trial-${randomUUID()}`
      await bucket.put(name, new Blob(['trial']), null)
      if ((await (await bucket.ask('GET', name))?.text()) !== 'trial')
        throw bucket.unusable('it does not give back what it was given')
      await bucket.ask('DELETE', name)
    },
  }
}

class Bucket {
  readonly place: string
  readonly #address: string
  readonly #client: AwsClient
  readonly #limits: S3Limits

  constructor(settings: BucketPlace, limits: S3Limits) {
    const { endpoint, bucket, prefix, region, keys } = settings
    this.#address = [endpoint, bucket, ...prefix.split('/').filter(Boolean)].join('/')
    this.place = `the bucket ${bucket} at ${endpoint}`
    this.#limits = limits
    this.#client = new AwsClient({
      accessKeyId: keys.accessKeyId,
      secretAccessKey: keys.secretAccessKey,
      ...(keys.sessionToken === null ? {} : { sessionToken: keys.sessionToken }),
      region,
      service: 's3',
      retries: 0,
    })
  }

  /** The size of an object; null when there is none. */
  async sizeOf(name: string): Promise<number | null> {
    const answer = await this.ask('HEAD', name)
    return answer === null ? null : Number(answer.headers.get('content-length') ?? -1)
  }

  /** Writes an object; with its checksum, the store refuses what arrives otherwise. */
  async put(name: string, body: Blob, sha256: string | null): Promise<void> {
    const headers = { 'x-amz-content-sha256': sha256 ?? 'UNSIGNED-PAYLOAD' }
    const answer = await this.ask('PUT', name, { body, headers })
    if (answer === null) throw this.unusable('there is no such bucket')
  }

  /** Asks the store, and again after a while when it stumbles; null for 404. */
  async ask(method: string, name: string, more: { body?: Blob; headers?: Record<string, string> } = {}) {
    const { retries, pauseMs } = this.#limits
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#once(method, name, more)
      const isLast = attempt >= retries
      if (answer instanceof Response) {
        if (answer.ok) return answer
        const words = await answer.text().catch(() => '')
        if (answer.status === 404 && !words.includes('NoSuchBucket')) return null
        if (isLast || (answer.status < 500 && answer.status !== 429))
          throw this.unusable(refusalOf(answer.status, words))
      } else if (isLast) throw this.unusable(answer)
      await pause(pauseMs * 2 ** attempt)
    }
  }

  async #once(
    method: string,
    name: string,
    more: { body?: Blob; headers?: Record<string, string> },
  ): Promise<Response | string> {
    const timeMs = this.#limits.timeMs * (1 + Math.floor((more.body?.size ?? 0) / 10e6))
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), timeMs)
    try {
      const { url, headers } = await this.#client.sign(`${this.#address}/${name}`, {
        method,
        headers: more.headers ?? {},
      })
      // The body stays out of the signed request, which would read it whole: its checksum is what was signed.
      return await fetch(url, { method, headers, body: more.body ?? null, signal: abort.signal })
    } catch (error) {
      return abort.signal.aborted ? `no answer within ${timeMs} ms` : reasonOf(error)
    } finally {
      clearTimeout(timer)
    }
  }

  unusable(why: string): StorageUnusable {
    return new StorageUnusable(`Files cannot be kept in ${this.place}: ${why}`)
  }
}

// Stores say in XML what they think is wrong: its code is enough, and the rest may repeat the key.
function refusalOf(status: number, words: string): string {
  const code = /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(words)?.[1]
  return code ? `it answers ${status} (${code})` : `it answers ${status}`
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? error.cause : error
  return 'code' in cause ? `${cause.code} ${cause.message}`.trim() : cause.message
}
