import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'

const kind = /^([가-힣]{2,})(특별자치도|특별자치시|광역시|특별시|시|군|구|현|주|성|도|부)$/u

/** 아오모리, after 아오모리현 was named and no 아오모리시: a short form of the same authority. */
export function withFullerNames(units: readonly Unit[], authorities: Map<Unit, AuthorityMention[]>): void {
  const full = new Map<string, AuthorityMention[]>()
  for (const own of authorities.values())
    for (const mention of own) {
      const [, stem = mention.kinds.length > 0 ? mention.name : undefined] = kind.exec(mention.name) ?? []
      if (stem && mention.namesakes.length > 0) full.set(stem, [...(full.get(stem) ?? []), mention])
    }
  if (full.size === 0) return
  for (const unit of units) {
    const own = authorities.get(unit)
    if (!own?.some(({ name }) => full.has(name))) continue
    authorities.set(
      unit,
      own.map((mention) => {
        // 디종 above 디종시, in a text without a mention of France: an unknown short name lies where the fuller name does.
        const isUnknown = mention.country === null && mention.namesakes.length === 0
        const known = (full.get(mention.name) ?? []).filter(
          ({ country }) => isUnknown || country === mention.country,
        )
        const [first] = known
        const isOne = first && known.every(({ namesakes }) => namesakes[0]?.id === first.namesakes[0]?.id)
        return isOne && mention.kinds.length === 0
          ? {
              ...mention,
              name: first.name,
              country: first.country,
              namesakes: first.namesakes,
              kinds: first.kinds,
            }
          : mention
      }),
    )
  }
}
