import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { type Outline, type Section, sectionsAbove, type Sentence, type Unit } from '../outline.ts'

/** Who a text, a section or a passage speaks of, where a sentence does not name them. */
export interface Subjects {
  /** Whose page or report the text is; null for that of a group. */
  owner: AuthorityMention | null
  /** The subject of a sentence that names no authority of the other side before it. */
  of(sentence: Sentence): AuthorityMention | null
}

export function findSubjects(outline: Outline, mentions: Mentions, speakerSides: ReadonlyMap<Unit, AuthorityMention>): Subjects {
  const owner = ownerOf(outline, mentions)
  return {
    owner,
    of: (sentence) => {
      const own = mentions.authorities.get(sentence.unit) ?? []
      const before = own.filter(({ end }) => end <= sentence.start).filter(isHome(mentions, owner))
      return (
        before.at(-1) ??
        leadOf(sentence.unit, own) ??
        sectionSubject(sentence.unit.section, mentions) ??
        speakerSides.get(sentence.unit) ??
        owner
      )
    },
  }
}

/** « Commune de Chefchaouen. La commune… », « Lyon : … »: who a passage speaks of by its first words. */
export function leadOf(unit: Unit, mentions: readonly AuthorityMention[]): AuthorityMention | null {
  const first = mentions[0]
  if (!first || first.start > 4 || unit.passage.kind === 'title') return null
  return /^ ?(?:\([^)]*\))? ?(?:[.:–—-]|,? \()/.test(unit.plain.slice(first.end, first.end + 60)) ? first : null
}

/** The only authority of the nearest title that names one. */
export function sectionSubject(section: Section, mentions: Mentions): AuthorityMention | null {
  for (const { title } of sectionsAbove(section)) {
    if (!title) continue
    const named = mentions.authorities.get(title) ?? []
    const [first] = named
    if (first && named.every((each) => each === first || each.country === first.country)) return first
  }
  return null
}

function isHome({ mainCountries }: Mentions, owner: AuthorityMention | null) {
  const home = owner?.country ?? mainCountries.find((country) => country === 'FR' || country === 'KR') ?? mainCountries[0]
  return ({ country }: AuthorityMention) => country === home
}

// The authority of the title, else the first one of its country that the first passages name.
function ownerOf({ titles, units }: Outline, mentions: Mentions): AuthorityMention | null {
  const head = [...titles.slice(0, 1), ...units.slice(0, 4)]
  const home = mentions.mainCountries.filter((country) => country === 'FR' || country === 'KR')
  for (const countries of [home.slice(0, 1), home, mentions.mainCountries]) {
    for (const unit of head) {
      const found = (mentions.authorities.get(unit) ?? []).find(({ country }) => country !== null && countries.includes(country))
      if (found) return found
    }
  }
  return null
}
