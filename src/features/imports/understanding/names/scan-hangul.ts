import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import { rankNamesakes } from './choose-namesake.ts'
import { hangulKind, isOver } from './hangul-kinds.ts'
import type { ScanGrounds } from './scan-latin.ts'
import { hangulSpans, type NameSpan } from './spans.ts'
import { stopNames } from './stop-names.ts'

/** Every beginning of a Hangul word under which an authority may be known, folded. */
export function hangulNamesIn(text: string): string[] {
  return hangulSpans(text).flatMap((spans) => spans.flatMap(({ folded, end }) => (isOver(text.slice(end)) || hangulKind(text.slice(end)) ? [folded] : [])))
}

/** Authorities that a passage names in Hangul, in reading order, none over another. */
export function scanHangul(unit: Unit, grounds: ScanGrounds): AuthorityMention[] {
  const { text } = unit.passage
  const found: AuthorityMention[] = []
  for (const spans of hangulSpans(text)) {
    if ((found.at(-1)?.end ?? 0) > (spans[0]?.start ?? 0)) continue
    const mention = readName(text, spans, grounds)
    if (!mention) continue
    const before = found.at(-1)
    // 경상북도 포항시, 서울 구로구: the upper authority only says where the lower one lies.
    if (before && isWithin(before, mention, text)) found.pop()
    found.push(before && isWithin(before, mention, text) ? { ...mention, start: before.start } : mention)
  }
  return found
}

function readName(text: string, spans: NameSpan[], grounds: ScanGrounds): AuthorityMention | null {
  const first = spans[0]
  if (!first) return null
  for (const { start, end, folded } of spans) {
    const rest = text.slice(end)
    const kind = hangulKind(rest)
    if (!kind && !isOver(rest)) continue
    if (grounds.isTaken(start, end)) continue
    const namesakes = grounds.gazetteer.get(folded) ?? []
    if (namesakes.length === 0) continue
    const country = grounds.countryBeside(start, end)
    const ends = /(?:특별시|광역시|특별자치시|특별자치도|시|군|구|도|주|현|성)$/u.test(text.slice(start, end)) && end - start > 2
    const isSure = kind !== null || country !== null || ends
    if (!isSure && stopNames.has(folded)) continue
    const { ranked } = rankNamesakes(namesakes, { kinds: kind?.kinds ?? [], country, countries: grounds.countries, article: null })
    const best = ranked[0]
    if (!best || (!isSure && best.weight < 30_000)) continue
    return {
      start,
      end: end + (kind?.length ?? 0),
      name: text.slice(start, end),
      nameStart: start,
      nameEnd: end,
      kinds: kind?.kinds ?? [],
      namesakes: ranked,
      country: country ?? best.country,
      isSure,
    }
  }
  return readUnknown(text, spans, grounds)
}

/** 일본 후쿠오카현: nothing knows the name, but its country stands before it and its kind ends it. */
function readUnknown(text: string, spans: NameSpan[], grounds: ScanGrounds): AuthorityMention | null {
  for (const { start, end } of spans.toReversed()) {
    const kind = hangulKind(text.slice(end))
    if (!kind || grounds.isTaken(start, end)) continue
    const country = grounds.countryBeside(start, end + kind.length)
    if (country === null) return null
    return {
      start,
      end: end + kind.length,
      name: text.slice(start, end + kind.length),
      nameStart: start,
      nameEnd: end + kind.length,
      kinds: kind.kinds,
      namesakes: [],
      country,
      isSure: true,
    }
  }
  return null
}

function isWithin(upper: AuthorityMention, lower: AuthorityMention, text: string): boolean {
  if (!/^ ?$/.test(text.slice(upper.end, lower.start)) || upper.end > lower.start) return false
  const parent = upper.namesakes[0]
  return parent !== undefined && lower.namesakes.some(({ parentId, country }) => (parentId !== null && parentId === parent.id) || (country === parent.country && country !== 'KR'))
}
