import type { AuthorityMention } from './authority-mention.ts'

/** 콜마르시(Colmar), Andong (안동): one authority in two scripts is one mention, under the spelling that the directory knows. */
export function mergeSpellings(text: string, mentions: readonly AuthorityMention[]): AuthorityMention[] {
  const merged: AuthorityMention[] = []
  for (const mention of mentions) {
    const last = merged.at(-1)
    if (last && isHyphenated(text, last, mention)) {
      const name = text.slice(last.nameStart, mention.nameEnd)
      merged[merged.length - 1] = { ...last, end: mention.end, nameEnd: mention.nameEnd, name }
      continue
    }
    if (last && isBeside(text, last, mention)) {
      merged[merged.length - 1] = { ...last, end: mention.end, namesakes: common(last, mention) }
      continue
    }
    if (!last || !isInBracket(text, last, mention)) {
      merged.push(mention)
      continue
    }
    const namesakes = common(last, mention)
    merged[merged.length - 1] = {
      ...last,
      end: mention.end + 1,
      namesakes,
      country: namesakes[0]?.country ?? last.country ?? mention.country,
      isSure: true,
    }
  }
  return merged
}

// « Joal-Fadiouth », which the directory spells otherwise but knows by either half.
const isHyphenated = (text: string, one: AuthorityMention, other: AuthorityMention) =>
  text.slice(one.end, other.start) === '-' &&
  one.namesakes[0] !== undefined &&
  one.namesakes[0].name.fr === other.namesakes[0]?.name.fr

// Vitré 비트레: one town in two scripts beside each other.
const isBeside = (text: string, one: AuthorityMention, other: AuthorityMention) =>
  isHangul(text.slice(one.nameStart, one.nameEnd)) !== isHangul(text.slice(other.nameStart, other.nameEnd)) &&
  /^ (?:\([^)]{0,20}\) )?$/u.test(text.slice(one.end, other.start)) &&
  one.namesakes.some(({ id }) => id !== null && other.namesakes[0]?.id === id)

function isInBracket(text: string, one: AuthorityMention, other: AuthorityMention): boolean {
  const isOther =
    isHangul(text.slice(one.nameStart, one.nameEnd)) !== isHangul(text.slice(other.nameStart, other.nameEnd))
  return (
    isOther &&
    /^ ?[(（]$/u.test(text.slice(one.end, other.start)) &&
    /^[)）]/u.test(text.slice(other.end)) &&
    !areApart(one, other)
  )
}

const isHangul = (text: string) => /[가-힣]/u.test(text)

const areApart = (one: AuthorityMention, other: AuthorityMention) =>
  one.country !== null && other.country !== null && one.country !== other.country

// What both spellings may mean comes first; an unknown spelling contributes nothing.
function common(one: AuthorityMention, other: AuthorityMention) {
  const both = one.namesakes.filter(({ id, name }) =>
    other.namesakes.some(
      (each) => (id !== null && each.id === id) || (id === null && each.name.en === name.en),
    ),
  )
  if (both.length > 0) return both
  return one.namesakes.length > 0 ? one.namesakes : other.namesakes
}
