import type { Unit } from '../outline.ts'
import type { Namesake } from './gazetteer.ts'
import { isHome } from './home-side.ts'
import type { NameSpan } from './spans.ts'

// The first word of a sentence has its capital for another reason when the text writes it small elsewhere.
export function isWordHere({ plain }: Unit, { start, end, folded }: NameSpan): boolean {
  if (/ /.test(folded)) return false
  const isFirst = start === 0 || /[.!?:;«"\n•-] ?$/.test(plain.slice(Math.max(0, start - 2), start))
  return (
    isFirst &&
    /^(?:a|aux?|notre|votre|leur|leurs|tous|toutes|chaque|plusieurs|ainsi|enfin|ensuite|apres|avant|depuis|entre|lors|pendant|selon|vers|chez|sous|outre|malgre|cependant|toutefois|aujourd|hier|demain)$/.test(
      folded,
    ) === true &&
    plain.length >= end
  )
}

// « Le Port » in the middle of a sentence has its capital because it is a name.
export function isArticled({ passage: { text }, plain }: Unit, { start, end }: NameSpan): boolean {
  return (
    /^(?:Le|La|Les) \p{Lu}\p{Ll}+$/u.test(text.slice(start, end)) &&
    !/(?:^|[.!?:;«"-] ?)$/.test(plain.slice(0, start))
  )
}

// A bare name counts when it is that of a place of some size, or of a country that the text is about.
export function isTelling(
  first: Namesake | undefined,
  span: NameSpan,
  countries: readonly string[],
): boolean {
  if (!first) return false
  if (countries.includes(first.country)) return first.weight >= 800 || span.folded.includes(' ')
  // A French or Korean town is likelier meant than a word.
  const isLikely = isHome(first) && span.folded.length > 4
  return (
    first.weight >=
    (isLikely && !/^(?:orange|tours|nancy|orly|vienne|bourg|royan|union|arles)$/.test(span.folded)
      ? 5000
      : 20_000)
  )
}

// « la Mayenne » is the département, « Mayenne » the town.
export const hasArticle = ({ plain }: Unit, start: number) =>
  /(?:^|[ (])(?:la |le |l'|les |du |des )$/u.test(plain.slice(Math.max(0, start - 5), start))
