import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { type Outline, type Section, type Sentence, sectionsAbove, type Unit } from '../outline.ts'
import { underBareLines } from './bare-lines.ts'
import { addresseeOf, committeeTown, selfNamed, senderOf } from './letters.ts'
import { isSameParty } from './tie.ts'

/** Who a text, a section or a passage speaks of, where a sentence does not name them. */
export interface Subjects {
  /** Whose page or report the text is; null for that of a group. */
  owner: AuthorityMention | null
  /** To whom a letter is written. */
  addressee: AuthorityMention | null
  /** Who may be the subject of a sentence that names one side alone, the likeliest first. */
  of(sentence: Sentence): AuthorityMention[]
}

export function findSubjects(
  outline: Outline,
  mentions: Mentions,
  speakerSides: ReadonlyMap<Unit, AuthorityMention | null>,
): Subjects {
  const addressee = addresseeOf(outline, mentions)
  const owner = ownerOf(outline, mentions, addressee)
  const bare = underBareLines(outline, mentions)
  return {
    owner,
    addressee,
    of: (sentence) => {
      const own = mentions.authorities.get(sentence.unit) ?? []
      const before = own.filter(({ end }) => end <= sentence.start)
      const speaker = speakerSides.get(sentence.unit)
      // 우리 군은: whoever says so in Korean is heard alone, whatever the heading names.
      if (
        speaker &&
        sentence.unit.passage.kind !== 'item' &&
        /^[가-힣]{2,5} /u.test(sentence.unit.passage.text)
      )
        return [...before.filter((mention) => isSubject(sentence.unit, mention)).toReversed(), speaker]
      const subjects = [
        ...before.filter((mention) => isSubject(sentence.unit, mention)).toReversed(),
        ...before.filter(isHome(mentions, owner)).toReversed(),
        leadOf(sentence.unit, own),
        // 가. 수원시, on a line of its own above.
        bare.get(sentence.unit)?.find(({ country }) => country === 'KR') ?? null,
        itemAbove(outline, sentence.unit, mentions),
        // 1) 울란바토르시와 … 협약 체결: a point that was read as a title is told of the one above.
        sectionSubject(aboveTitle(sentence.unit), mentions),
        speaker,
        // Whoever speaks for a body that is no authority does not speak for the host of the meeting.
        speakerSides.has(sentence.unit) && speakerSides.size > 2 ? null : owner,
      ]
      return subjects.filter((mention) => mention !== null && mention !== undefined)
    },
  }
}

/** « Alger, 3 octobre 2023 (agence) – Une délégation… »: where a text was written is nobody it speaks of. */
export const isDateline = ({ plain }: Unit, start: number) =>
  start < 12 && /^[^,.;:]{2,40}, (?:le |on )?(?:\p{L}+ )?\d{1,2}(?:er)? \p{L}+/u.test(plain)

// At the beginning of its sentence, not after a preposition.
function isSubject(unit: Unit, { start, end }: AuthorityMention): boolean {
  const sentence = unit.sentences.find((each) => start >= each.start && start < each.end)
  return (
    sentence !== undefined &&
    !isDateline(unit, start) &&
    // 샤토뇌프 쪽 문의가: in Korean only what has the particle of a subject, or stands apart, is one.
    !notSubject.test(unit.plain.slice(end)) &&
    !/\b(?:a|en|dans|de|du|des|avec|par|pour|vers|chez|sur|depuis|in|at|of|from|with|to)\b/.test(
      unit.plain.slice(sentence.start, start),
    )
  )
}

const notSubject =
  /^(?: ?\([^)]*\))?(?: ?(?:쪽|측))?(?:와|과|의|에|로|으로|을|를|하고|간| 쪽| 측)(?![가-힣])/u

/** « Commune de Chefchaouen. La commune… », « Lyon : … »: who a passage speaks of by its first words. */
export function leadOf(unit: Unit, mentions: readonly AuthorityMention[]): AuthorityMention | null {
  const first = mentions[0]
  if (!first || first.start > 4 || unit.passage.kind === 'title') return null
  return /^ ?(?:\([^)]*\))? ?(?:[.:–—-]|,? \()|^ [가-힣]{2,4}(?: [가-힣]{2,8})? ?:/u.test(
    unit.plain.slice(first.end, first.end + 60),
  )
    ? first
    : null
}

/** « * Dunkerque – partenaires : … », and items beneath it: whoever the item above begins with. */
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
  }
  return null
}

function isHome({ mainCountries }: Mentions, owner: AuthorityMention | null) {
  const home =
    owner?.country ??
    mainCountries.find((country) => country === 'FR' || country === 'KR') ??
    mainCountries[0]
  return ({ country }: AuthorityMention) => country === home
}

// 우 36759 경상북도 안동시 풍천면 도청대로 455
const isNoAddress = ({ plain }: Unit) => !/^ ?\(?우\)? ?\d{5}/u.test(plain)

// The authority of the title, else the first one of its country that the first passages name.
function ownerOf(
  outline: Outline,
  mentions: Mentions,
  addressee: AuthorityMention | null,
): AuthorityMention | null {
  const { titles, units, name } = outline
  const sender =
    senderOf(outline, mentions) ?? selfNamed(outline, mentions) ?? committeeTown(outline, mentions)
  if (sender) return sender
  const headed = headOwner(outline, mentions, addressee)
  if (headed) return headed
  const first = [...(name ? [name] : []), ...titles.slice(0, 1), ...units.slice(0, 5)].filter(isNoAddress)
  // The page of a Korean town may name it in its footer alone: 과천시청 총무과.
  const isHome = (unit: Unit) =>
    (mentions.authorities.get(unit) ?? []).some(({ country }) => country === 'KR')
  const head = first.some(isHome)
    ? first
    : [
        ...first,
        ...units
          .slice(-3)
          .filter(
            (unit) =>
              isNoAddress(unit) &&
              isHome(unit) &&
              /[시군구도]청|☎|문의|담당|[시군구도]의회|시장|군수|구청장|지사/u.test(unit.plain),
          ),
      ]
  const either = mentions.mainCountries.filter((country) => country === 'FR' || country === 'KR')
  // Whoever writes Korean is Korean, however much the text speaks of France.
  const home = isInHangul(units) ? ['KR', ...either.filter((country) => country !== 'KR')] : either
  const times = (mention: AuthorityMention) =>
    [...mentions.authorities.values()].flat().filter((each) => isSameParty(each, mention)).length
  // A Korean page that nowhere says whose it is belongs to none of the towns abroad that it lists.
  const others = home[0] === 'KR' ? [] : mentions.mainCountries
  for (const countries of [home.slice(0, 1), home, home.length > 0 ? [] : ['FR', 'KR'], others]) {
    const found = head
      .flatMap((unit) => mentions.authorities.get(unit) ?? [])
      .filter((mention) => addressee === null || !isSameParty(mention, addressee))
      .filter(({ country, kinds }) =>
        country === null ? kinds.includes('union_of_municipalities') : countries.includes(country),
      )
    const weight = (mention: AuthorityMention) => times(mention) + (mention === found[0] ? 1.5 : 0)
    const [most] = found.toSorted((a, b) => weight(b) - weight(a))
    if (most && isNewsInBrief(outline, mentions)) return null
    if (most) return lowerOf(most, head, mentions)
  }
  // Whoever writes from a town that nothing knows.
  const unknown = head
    .flatMap((unit) => mentions.authorities.get(unit) ?? [])
    .find(({ country, isSure }) => country === null && isSure)
  if (unknown && addressee) return unknown
  return null
}

/** “Jericho Municipality – Annual Report”, « Ville de Concarneau » at the head: the one authority there, whatever its country, if the text speaks of none more. */
function headOwner(
  { titles, units, name }: Outline,
  mentions: Mentions,
  addressee: AuthorityMention | null,
): AuthorityMention | null {
  const { authorities } = mentions
  const all = [...authorities.values()].flat()
  const times = (mention: AuthorityMention) => all.filter((each) => isSameParty(each, mention)).length
  const most = () => Math.max(0, ...all.map(times))
  for (const unit of [...(name ? [name] : []), ...titles.slice(0, 1), ...units.slice(0, 1)]) {
    const [first, second] = authorities.get(unit) ?? []
    if (first && !second && isHeadOf(unit, first) && !addressee) return first
    if (!first || second || unit.passage.text.length > 90 || /[가-힣]/u.test(unit.passage.text)) continue
    if (addressee && isSameParty(first, addressee)) continue
    const isPlain =
      !isDateline(unit, first.start) &&
      /^(?:[^\p{L}]*(?:the |la |le |l')?)?$/u.test(unit.plain.slice(0, first.start))
    if (isPlain && ((times(first) >= 3 && times(first) * 1.5 >= most()) || ofOffice.test(unit.plain)))
      return first
  }
  return null
}

/** « … site de la ville de Vandœuvre », “Minutes of the Sister Cities Commission, City of Saint Paul” */
const isHeadOf = ({ plain }: Unit, { nameStart, isSure }: AuthorityMention) =>
  (isSure && siteOf.test(plain.slice(0, nameStart))) ||
  /\b(?:commission|committee|council|board)\b[^.;:]{0,12}\b(?:city|town|ville|mairie|commune) (?:of|de|d')/.test(
    plain,
  )

const siteOf =
  /\b(?:site(?: internet| web| officiel)?|bulletin(?: municipal)?|journal|lettre|page|magazine|blog|rapport) (?:de |du |d')(?:la |l')?(?:ville|commune|mairie|municipalite|region|departement|metropole) (?:de |du |d'|des )(?:la |l'|le |les )?$/u
const ofOffice =
  /\b(?:international|newsletter|bulletin|gazette|magazine|annual report|rapport (?:annuel|d'activite)|municipality|municipalite|mairie|city (?:hall|council)|town (?:hall|council)|site officiel)\b/

// « DÉPARTEMENT DU VAUCLUSE — VILLE D'AVIGNON »: the head of a letter names what its writer lies in first.
function lowerOf(found: AuthorityMention, head: readonly Unit[], mentions: Mentions): AuthorityMention {
  const upper = found.namesakes[0]?.id
  const lower = head
    .flatMap((unit) => mentions.authorities.get(unit) ?? [])
    .find(({ namesakes }) => upper && namesakes[0]?.parentId === upper)
  return found.kinds.includes('departement') && lower ? lower : found
}

const isInHangul = (units: Outline['units']) => {
  const text = units.map(({ passage }) => passage.text).join(' ')
  return (text.match(/[가-힣]/gu)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0)
}

// Short items, each of another authority: none of them owns the text.
function isNewsInBrief({ units }: Outline, { authorities }: Mentions): boolean {
  const items = units.filter(({ passage }) => passage.kind === 'item')
  if (items.length < 4 || items.length < units.length * 0.7) return false
  const home = items.flatMap((unit) => {
    const [first] = (authorities.get(unit) ?? []).filter(({ country }) => country === 'KR')
    return first ? [first] : []
  })
  const different = home.filter((each, at) => home.findIndex((other) => isSameParty(other, each)) === at)
  return (
    /[가-힣]/.test(units[0]?.passage.text ?? '') &&
    different.length >= 4 &&
    different.length > home.length * 0.7
  )
}
