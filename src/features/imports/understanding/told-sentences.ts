import type { ToldSentence } from '../../../platform/reading/told-sentence.ts'
import { themesIn } from '../../networks/themes/index.ts'
import type { SettledDate } from './dates/settled-dates.ts'
import { quoteOf } from './facts/clauses.ts'
import type { AuthorityMention } from './names/authority-mention.ts'
import type { Mentions } from './names/find-mentions.ts'
import type { Outline, Sentence, Unit } from './outline.ts'
import { partyOf } from './parties.ts'
import type { Subjects } from './ties/subjects.ts'
import { isSameParty, type StatedTie } from './ties/tie.ts'

interface Grounds {
  mentions: Mentions
  language: string
  ties: readonly StatedTie[]
  datesOf: (unit: Unit) => readonly SettledDate[]
  subjectsOf: (unit: Unit) => Subjects | undefined
}

// A book is no account of exchanges: what reads the sentences is not given more of them.
const mostSentences = 4000

/** The sentences of a text that have a theme, each with the tie and the authorities that it is about as far as they are certain. */
export function tellSentences({ units }: Outline, grounds: Grounds): ToldSentence[] {
  const tiesOf = new Map<Sentence, StatedTie[]>()
  for (const tie of grounds.ties)
    for (const sentence of tie.told) tiesOf.set(sentence, [...(tiesOf.get(sentence) ?? []), tie])
  return units
    .filter(({ passage }) => passage.kind === 'paragraph' || passage.kind === 'item')
    .flatMap((unit) => unit.sentences)
    .filter(({ plain, text }) => themesIn(plain, text).length > 0)
    .slice(0, mostSentences)
    .map((sentence) => tell(sentence, tiesOf.get(sentence) ?? [], grounds))
}

function tell(
  sentence: Sentence,
  ties: readonly StatedTie[],
  { mentions, language, datesOf, subjectsOf }: Grounds,
): ToldSentence {
  const { unit, start, end, text } = sentence
  const [tie = null] = ties.length === 1 ? ties : []
  const idOf = (mention: AuthorityMention) => {
    // « La Rochelle », beneath the title of its agglomération.
    const meant = tie?.parties.find((party) => isSameParty(party, mention)) ?? mention
    return partyOf(meant, unit, language, mentions.mainCountries, quoteOf(sentence)).organisationId
  }
  const inside = <S extends { start: number; end: number }>(each: S) => each.start >= start && each.end <= end
  const subject = subjectsOf(unit)?.of(sentence)[0]
  return {
    text,
    quote: quoteOf(sentence),
    tie: tie?.parties.map(idOf) ?? null,
    named: (mentions.authorities.get(unit) ?? [])
      .filter(inside)
      .map((each) => ({ id: idOf(each), start: each.start - start, end: each.end - start })),
    subject: subject ? idOf(subject) : null,
    dates: datesOf(unit)
      .filter(inside)
      .map(({ edtf, ...each }) => ({ edtf, start: each.start - start, end: each.end - start })),
  }
}
