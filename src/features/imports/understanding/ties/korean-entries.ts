import { isInBracket } from '../../../../platform/reading/plain-copy.ts'
import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Unit } from '../outline.ts'
import { isKoreanDenial } from './korean-denials.ts'
import { areTwoSides } from './tie.ts'

/** A partner under its label in a Korean list. */
export interface KoreanEntry {
  parties: AuthorityMention[]
  label: string
  /** The words about this partner. */
  within: { start: number; end: number }
}

const label =
  /(?<![가-힣])(?:(?:교류|협력|상호|국제) ?)?(?:자매|우호|친선|결연|파트너|교류|협력|양해각서|의향서|협약|협정|mou)(?: ?(?:결연|교류|협력|협[약정]|도시|지역|지자체))*(?: ?\(\d{1,2}(?:개[^)]*|곳)?\))? ?:/gu

// 국외(3): 중국 둥잉시(2002), 일본 후지에다시(2009), beneath 자매결연 현황
const labelBeneathTitle = new RegExp(
  `${label.source}|(?<![가-힣])(?:국외|해외|국제)(?: ?\\([^)]*\\))? ?:`,
  'gu',
)
const isOfFriends = ({ section: { title } }: Unit) => /자매|우호|결연/u.test(title?.plain ?? '')

/** 성남시 – 자매: 선양시(중국, 1998), 오로라시(미국) / 우호: 툴루즈: each with its label, which may begin a line of its own. */
export function koreanEntries(
  units: readonly Unit[],
  mentions: Mentions,
  owner: AuthorityMention | null,
): Map<Unit, KoreanEntry[]> {
  const found = new Map<Unit, KoreanEntry[]>()
  let above: AuthorityMention | null = null
  for (const unit of units) {
    const own = mentions.authorities.get(unit) ?? []
    const labels =
      unit.passage.kind === 'title'
        ? []
        : Array.from(unit.plain.matchAll(isOfFriends(unit) ? labelBeneathTitle : label))
    const first = labels[0]
    const lead: AuthorityMention | null = leadOf(unit, own, first?.index ?? -1)
    const home: AuthorityMention | null = lead ?? (first && first.index < 3 ? (above ?? owner) : null)
    above = home
    if (!home || !first) continue
    const partners = own.filter(
      (each) =>
        each.start > first.index && areTwoSides(home, each) && !isInBracket(unit.plain, 0, each.start),
    )
    const entries = partners.map((partner, at): KoreanEntry => {
      const next = [partners[at + 1]?.start, labels.find(({ index }) => index > partner.start)?.index]
      const said = labels.findLast(({ index }) => index < partner.start) ?? first
      const end = Math.min(...next.flatMap((each) => each ?? []), unit.passage.text.length)
      return {
        parties: [home, partner],
        label: /자매|우호|결연|교류|협/u.test(said[0]) ? said[0] : (unit.section.title?.plain ?? ''),
        within: { start: partner.start, end },
      }
    })
    if (entries.length > 0) found.set(unit, entries)
  }
  return found
}

/** The authority at the head of a line, right before its first label. */
function leadOf({ plain }: Unit, own: readonly AuthorityMention[], labelAt: number): AuthorityMention | null {
  const [first] = own
  return first &&
    first.start < 5 &&
    labelAt >= first.end &&
    /^ ?[:–—-]? ?$/u.test(plain.slice(first.end, labelAt))
    ? first
    : null
}

/** 일본 야마구치현(자매결연, 1987): an entry, whereas a sentence that only names the town is not. */
export function isKoreanEntry({ plain }: Unit, { start, end }: AuthorityMention, heading: Unit): boolean {
  // Beneath a heading that only mentions exchanges, the entry itself must name an agreement.
  const says = /자매|우호|결연/u.test(heading.plain) || /자매|우호|결연|협[정약]|의향서|양해각서/u.test(plain)
  return (
    says &&
    /^[^.]{0,14}$/u.test(plain.slice(0, start)) &&
    !/위원|의원|국장|과장|시장|군수|기자|씨/u.test(plain.slice(0, start)) &&
    /^(?: 지역| 지방)? ?(?:[():,|/–-]|\d|$|(?:자매|우호|결연|교류)|(?:은|는|와|과|와는|과는) [^.]*(?:자매|우호|결연|협약|협정|교류))/u.test(
      plain.slice(end),
    )
  )
}

/** 2) 발로리: 2007년 맺은 자매결연이 …: a point that begins with a partner and mentions its agreement. */
export const isKoreanPoint = ({ plain, passage }: Unit, { start, end }: AuthorityMention) =>
  passage.kind === 'item' &&
  start <= 4 &&
  (isPoint.test(plain.slice(end)) || isPointDatedFirst.test(plain.slice(end))) &&
  !isKoreanDenial(passage.text)

const paper = '(?:결연|협[정약]|양해각서|의향서|mou|우호 ?(?:교류|협력)|자매 ?도시|우호 ?도시)'
const signedOn = "(?:맺|체결|서명|\\d{4}|['’‘]\\d{2}[.년])"
const isPoint = new RegExp(`^(?: ?\\([^)]*\\))? ?[:：] [^.]*${paper}[^.]*${signedOn}`, 'u')
const isPointDatedFirst = new RegExp(`^(?: ?\\([^)]*\\))? ?[:：] [^.]*${signedOn}[^.]*${paper}`, 'u')
