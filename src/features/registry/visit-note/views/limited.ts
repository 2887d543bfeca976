import type { Passage } from '../../../../platform/documents/sheet.ts'
import type { Speaker } from '../speaker.ts'

export interface Limited<T> {
  shown: T[]
  /** « et 3 autres », or nothing if all are shown. */
  more: Passage
}

/** The first ones of a list, and the number of the others: a note never hides that there is more. */
export function limited<T>({ words, reader }: Speaker, all: T[], most: number): Limited<T> {
  const left = all.length - most
  return {
    shown: all.slice(0, most),
    more: left > 0 ? words(reader.t('registry.list.more', { count: left }), 'quiet') : [],
  }
}
