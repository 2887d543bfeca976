import { z } from 'zod'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { brief } from '../drawing/schema.ts'
import type { ItemState } from '../items/item.ts'
import type { ItemKey } from '../items/skeleton.ts'

/** What an edition freezes: the brief of each country of the group, in its order. */
export const frozenBriefs = z.object({ layout: z.literal(1), briefs: z.array(brief) })
export type FrozenBriefs = z.output<typeof frozenBriefs>

export type BriefChange = 'new' | 'changed' | 'removed' | 'checked' | 'time'

/** One item that differs between two editions. */
export interface BriefDifference {
  country: string
  key: ItemKey
  /**
   * `checked`: the words are the same, and someone read their source, or said it for another day; `time`: only their time on the shelf, or a
   * vote, made them out of date.
   */
  change: BriefChange
  before: LocalizedText
  after: LocalizedText
}

/** What differs in the second of two editions, by country and item, in the order of the document. */
export function compareBriefs(before: FrozenBriefs, after: FrozenBriefs): BriefDifference[] {
  return after.briefs.flatMap(({ country, items }) => {
    const former = before.briefs.find((each) => each.country === country)?.items ?? []
    return items.flatMap((item): BriefDifference[] => {
      const was = former.find(({ key }) => key === item.key)
      const [then, now] = [was?.statement?.text ?? {}, item.statement?.text ?? {}]
      const change = changeOf(then, now, was?.state === item.state ? null : item.state)
      return change === null ? [] : [{ country, key: item.key, change, before: then, after: now }]
    })
  })
}

function changeOf(then: LocalizedText, now: LocalizedText, moved: ItemState | null): BriefChange | null {
  const [hasThen, hasNow] = [then, now].map((each) => Object.keys(each).length > 0)
  if (!hasThen) return hasNow ? 'new' : null
  if (!hasNow) return 'removed'
  const words = (each: LocalizedText) =>
    JSON.stringify(
      Object.entries(each)
        .map(([language, { text: said }]) => [language, said])
        .toSorted(),
    )
  if (words(then) !== words(now)) return 'changed'
  return moved === null ? null : moved === 'stale' ? 'time' : 'checked'
}
