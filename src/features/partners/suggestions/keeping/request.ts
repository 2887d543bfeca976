import type { Application } from '../../../../platform/http/application.ts'
import { PairKeeper } from './pair-keeper.ts'

// Some 60 MB each: an unused one is not kept.
const idleMs = 15 * 60_000

interface Kept {
  keeper: PairKeeper
  timer: NodeJS.Timeout
}

const keepers = new WeakMap<Application, Map<string, Kept>>()

/** The keeper of a network’s pairs in this process: made when first requested, released after a quarter of an hour without requests. */
export function keeperFor(
  application: Application,
  { id, countries }: { id: string; countries: readonly string[] },
): PairKeeper {
  const own = keepers.get(application) ?? new Map<string, Kept>()
  keepers.set(application, own)
  const key = `${id} ${countries.join(' ')}`
  const known = own.get(key)
  if (known) {
    known.timer.refresh()
    return known.keeper
  }
  const keeper = new PairKeeper(countries[0] ?? '')
  const letGo = () => {
    own.delete(key)
    void keeper.close()
  }
  own.set(key, { keeper, timer: setTimeout(letGo, idleMs).unref() })
  return keeper
}

/** Releases one that has failed, so that the next request gets another. */
export function forgetKeeper(application: Application, keeper: PairKeeper): void {
  const own = keepers.get(application)
  for (const [key, kept] of own ?? [])
    if (kept.keeper === keeper) {
      clearTimeout(kept.timer)
      own?.delete(key)
      void keeper.close()
    }
}

/** Ends the threads of a process that stops. */
export async function closeKeepers(application: Application): Promise<void> {
  const own = keepers.get(application) ?? new Map<string, Kept>()
  keepers.delete(application)
  for (const { keeper, timer } of own.values()) {
    clearTimeout(timer)
    await keeper.close()
  }
}
