import { isWholeCountry } from '../../../directory/gazetteer/index.ts'
import type { Letter } from '../letters.ts'
import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import {
  type Outline,
  type Section,
  type Sentence,
  sectionsAbove,
  sentenceHolding,
  type Unit,
} from '../outline.ts'
import { underBareLines } from './bare-lines.ts'
import { isDateline } from './owners.ts'
import { areTwoSides } from './tie.ts'

/** The authorities that a text, a section or a passage is about, for sentences that do not name them. */
export interface Subjects {
  /** The owner of the page or report; null for that of a group. */
  owner: AuthorityMention | null
  /** The recipient of a letter. */
  addressee: AuthorityMention | null
  /** Candidates for the subject of a sentence that names only one side, the likeliest first. */
  of(sentence: Sentence): AuthorityMention[]
}

export function findSubjects(
  outline: Outline,
  mentions: Mentions,
  speakerSides: ReadonlyMap<Unit, AuthorityMention | null>,
  { owner, addressee }: Pick<Letter, 'owner' | 'addressee'>,
): Subjects {
  const bare = underBareLines(outline, mentions)
  return {
    owner,
    addressee,
    of: (sentence) => {
      const own = mentions.authorities.get(sentence.unit) ?? []
      const before = nearestBefore(own, sentence.start)
      const speaker = speakerSides.get(sentence.unit)
      // 우리 군은: a Korean speaker who says so is the only candidate, whatever the heading names.
      if (
        speaker &&
        sentence.unit.passage.kind !== 'item' &&
        /^[가-힣]{2,5} /u.test(sentence.unit.passage.text)
      )
        return [...before.filter(isSubject(sentence.unit)).toReversed(), speaker]
      const subjects = [
        ...before.filter(isSubject(sentence.unit)).toReversed(),
        ...before.filter(isHome(mentions, owner)).toReversed(),
        leadOf(sentence.unit, own),
        // 가. 수원시, on a line of its own above.
        bare.get(sentence.unit)?.find(({ country }) => country === 'KR') ?? null,
        itemAbove(outline, sentence.unit, mentions),
        // 1) 울란바토르시와 … 협약 체결: a point that was read as a title belongs to the title above.
        sectionSubject(aboveTitle(sentence.unit), mentions),
        speaker,
        // A speaker of a body that is not an authority does not speak for the host of the meeting.
        speakerSides.has(sentence.unit) && speakerSides.size > 2 ? null : owner,
      ]
      return subjects.filter((mention) => mention !== null && mention !== undefined)
    },
  }
}

// An authority named so long ago is no longer a subject: otherwise each sentence of a passage as long as a book would search all of it.
const mostBefore = 60

/** The last mentions, in their order, that end before a place of their passage. */
function nearestBefore(mentions: readonly AuthorityMention[], place: number): AuthorityMention[] {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return mentions.slice(Math.max(0, low - mostBefore), low)
}

// At the beginning of its sentence, not after a preposition.
const isSubject = (unit: Unit) => (mention: AuthorityMention) => {
  const { start, end } = mention
  const sentence = sentenceHolding(unit, start)
  return (
    sentence !== undefined &&
    // 샤토뇌프 쪽 문의가: in Korean only a name with the particle of a subject, or by itself, is one.
    !notSubject.test(unit.plain.slice(end, end + 200)) &&
    !isDateline(unit, start) &&
    !/\b(?:a|en|dans|de|du|des|avec|par|pour|vers|chez|sur|depuis|in|at|of|from|with|to)\b/.test(
      unit.plain.slice(sentence.start, start),
    )
  )
}

const notSubject =
  /^(?: ?\([^)]*\))?(?: ?(?:쪽|측))?(?:와|과|의|에|로|으로|을|를|하고|간| 쪽| 측)(?![가-힣])/u

/** « Commune de Chefchaouen. La commune… », « Lyon : … »: the subject of a passage according to its first words. */
export function leadOf(unit: Unit, mentions: readonly AuthorityMention[]): AuthorityMention | null {
  const first = mentions[0]
  if (!first || first.start > 4 || unit.passage.kind === 'title') return null
  return /^ ?(?:\([^)]*\))? ?(?:[.:–—-]|,? \()|^ [가-힣]{2,4}(?: [가-힣]{2,8})? ?:/u.test(
    unit.plain.slice(first.end, first.end + 60),
  )
    ? first
    : null
}

/** « * Dunkerque – partenaires : … », and items beneath it: the authority at the beginning of the item above. */
export function itemAbove(
  { units }: Outline,
  unit: Unit,
  { authorities }: Mentions,
): AuthorityMention | null {
  if (unit.passage.kind !== 'item') return null
  const above = units
    .slice(0, units.indexOf(unit))
    .findLast(({ passage }) => passage.kind !== 'item' || passage.level < unit.passage.level)
  const [first] = above?.passage.kind === 'item' ? (authorities.get(above) ?? []) : []
  return first && first.start <= 4 ? first : null
}

const aboveTitle = ({ passage, section }: Unit): Section =>
  passage.kind === 'title' && section.parent && /[가-힣]/.test(passage.text) ? section.parent : section

/** The only authority of the nearest title that names one. */
export function sectionSubject(section: Section, mentions: Mentions): AuthorityMention | null {
  for (const { title } of sectionsAbove(section)) {
    if (!title) continue
    const named = mentions.authorities.get(title) ?? []
    const [first] = named
    if (first && named.every((each) => each === first || each.country === first.country)) return first
    // « Montpellier → Tlemcen, Chengdu, Fès »: of the first, with its partners.
    if (
      first &&
      first.start < 4 &&
      named.slice(1).every((each) => areTwoSides(first, each)) &&
      pointsTo.test(title.plain.slice(first.end))
    )
      return first
  }
  return null
}

const pointsTo = /^ ?(?:→|⇒|➔|🡒|[:>]|[-–—] ?partenaires?)/u

function isHome({ mainCountries }: Mentions, owner: AuthorityMention | null) {
  const home = owner?.country ?? mainCountries.find(isWholeCountry) ?? mainCountries[0]
  return ({ country }: AuthorityMention) => country === home
}
