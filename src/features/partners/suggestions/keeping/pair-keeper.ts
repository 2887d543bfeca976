import { Worker } from 'node:worker_threads'
import { workerEnvironment } from '../../../../platform/settings/compile-cache.ts'
import { workerFile } from '../../../../platform/settings/worker-file.ts'
import type { Profile } from '../profile.ts'

/** Requests to the thread that measures. */
export type Asked =
  | { profiles: Profile[]; country: string }
  | { changed: Profile[] }
  | { best: number; among: readonly string[] | null; id: number }

/** Its answers. */
export type Told =
  | { done: number; of: number }
  /** Milliseconds that it took. */
  | { ready: number }
  | { best: PairFound[]; id: number }

export interface PairFound {
  own: string
  other: string
  score: number
}

/** How far the measuring is: all pairs are there, or so many rows of so many are done. */
export type KeeperState =
  | { isReady: true; milliseconds: number }
  | { isReady: false; done: number; of: number }

// Up to this number are measured one by one; beyond it all are measured.
const mostChanged = 20

/**
 * Keeps the best partners of every authority of two countries, measured in a thread of its own. What changes is measured again alone; the
 * ties of neighbours count from the next whole measuring on.
 */
export class PairKeeper {
  readonly #worker: Worker
  readonly #country: string
  readonly #waiting = new Map<number, (pairs: PairFound[]) => void>()
  #profiles: readonly Profile[] = []
  #state: KeeperState = { isReady: false, done: 0, of: 0 }
  #onReady: (() => void)[] = []
  #failure: unknown
  #next = 0

  /** `country` is one of the two sides; the other is whatever else the profiles are of. */
  constructor(country: string) {
    this.#country = country
    this.#worker = new Worker(workerFile(import.meta.url, 'pairs-worker'), {
      env: workerEnvironment(),
      resourceLimits: { maxOldGenerationSizeMb: 700 },
    })
    this.#worker.unref()
    this.#worker.on('message', (told: Told) => this.#hear(told))
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('The thread that measures pairs has ended')))
  }

  get state(): KeeperState {
    if (this.#failure) throw this.#failure
    return this.#state
  }

  /** Takes the profiles as they are now; what did not change is not measured again. */
  take(profiles: readonly Profile[]): void {
    if (profiles === this.#profiles) return
    const before = this.#profiles
    this.#profiles = profiles
    const changed = this.#state.isReady ? changedProfiles(before, profiles) : null
    if (changed?.length === 0) return
    this.#state = { isReady: false, done: 0, of: changed?.length ?? 0 }
    this.#ask(
      changed && changed.length <= mostChanged
        ? { changed }
        : { profiles: [...profiles], country: this.#country },
    )
  }

  /** Settles when what was taken is measured. */
  async whenReady(): Promise<void> {
    if (this.state.isReady) return
    await new Promise<void>((resolve) => this.#onReady.push(resolve))
    if (this.#failure) throw this.#failure
  }

  /** The best pairs of all, or among some authorities, the best first. */
  async best(limit: number, among: readonly string[] | null = null): Promise<PairFound[]> {
    await this.whenReady()
    const id = this.#next
    this.#next += 1
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#ask({ best: limit, among, id })
    })
  }

  async close(): Promise<void> {
    this.#worker.removeAllListeners('exit')
    await this.#worker.terminate()
  }

  #ask(visit: Asked): void {
    this.#worker.postMessage(visit)
  }

  #hear(told: Told): void {
    if ('done' in told) this.#state = { isReady: false, ...told }
    else if ('best' in told) {
      this.#waiting.get(told.id)?.(told.best)
      this.#waiting.delete(told.id)
    } else {
      this.#state = { isReady: true, milliseconds: told.ready }
      for (const resolve of this.#onReady.splice(0)) resolve()
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    for (const resolve of this.#onReady.splice(0)) resolve()
    for (const resolve of this.#waiting.values()) resolve([])
    this.#waiting.clear()
  }
}

// Null where one list is not the other with some profiles changed: an authority came, went or took another place.
function changedProfiles(before: readonly Profile[], after: readonly Profile[]): Profile[] | null {
  if (before.length !== after.length) return null
  const changed: Profile[] = []
  for (const [row, profile] of after.entries()) {
    const old = before[row]
    if (old === profile) continue
    if (old?.id !== profile.id) return null
    if (JSON.stringify(old) !== JSON.stringify(profile)) changed.push(profile)
  }
  return changed
}
