import type { AuthorityMention } from './names/authority-mention.ts'
import { rankNamesakes } from './names/choose-namesake.ts'
import type { Namesake } from './names/gazetteer.ts'
import type { Unit } from './outline.ts'
import type { Candidate, Quotation, ReadParty, ReadQuestion } from './reading.ts'

const mostCandidates = 6

/** A mention as a party: certain if one of its namesakes is clearly ahead of the others, else with all candidates. */
export function partyOf(
  mention: AuthorityMention,
  unit: Unit,
  language: string,
  countries: readonly string[],
  quote: Quotation,
): ReadParty {
  const grounds = { kinds: mention.kinds, country: mention.country, countries, article: null }
  const { ranked, isClear } = rankNamesakes(mention.namesakes, grounds)
  const [first] = ranked
  const asWritten = unit.passage.text
    .slice(mention.start, mention.end)
    .replace(/^(?:la|le|les|l['’]|the) ?/u, '')
  const isCertain = first !== undefined && isClear
  const candidates = (isCertain ? ranked.slice(0, 1) : ranked.slice(0, mostCandidates)).map((namesake) =>
    candidateOf(namesake, language),
  )
  const isOfficial = isCertain && first.code !== null
  return {
    name: isOfficial ? nameIn(first, language) : mention.name,
    asWritten,
    country: mention.country ?? first?.country ?? null,
    kind: isCertain ? first.kind : (mention.kinds[0] ?? null),
    code: isCertain ? first.code : null,
    organisationId: isCertain ? first.id : null,
    candidates,
    quote,
  }
}

/** The question that a party leaves open, if any. */
export function partyQuestion(party: ReadParty): ReadQuestion | null {
  if (party.candidates.length < 2) return null
  return {
    kind: 'party',
    about: party.asWritten,
    candidates: party.candidates.map(candidateWords),
    quote: party.quote,
  }
}

const candidateWords = ({ name, country, kind, code }: Candidate) =>
  [name, country, kind, code].filter((part) => part !== null).join(' · ')

function candidateOf(namesake: Namesake, language: string): Candidate {
  const { id, country, kind, code } = namesake
  return { organisationId: id, name: nameIn(namesake, language), country, kind, code }
}

export function nameIn({ name }: Namesake, language: string): string {
  return name[language] ?? name.fr ?? name.en ?? name.ko ?? Object.values(name)[0] ?? ''
}
