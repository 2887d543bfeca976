import { isWholeCountry } from '../../../directory/gazetteer/index.ts'
import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import type { Outline, Unit } from '../outline.ts'
import { committeeTown, selfNamed, senderOf } from './letters.ts'
import { isSameParty } from './tie.ts'

// 우 36759 경상북도 안동시 풍천면 도청대로 455
const isNoAddress = ({ plain }: Unit) => !/^ ?\(?우\)? ?\d{5}|^ ?수 ?신 ?자?[ :：]/u.test(plain)

/** The most authorities of the head of a text that are weighed. */
const mostAtHead = 60

// The authority of the title, else the first one of its country that the first passages name.
export function ownerOf(
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
  // The page of a Korean town may name it only in its footer: 과천시청 총무과.
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
              /[시군구도]청|☎|문의|담당|[시군구도]의회|시장|군수|구청장|지사|^ ?[가-힣]{2,8}[시군구도] [가-힣]{2,10}(?:과|팀|계|실|국|부|담당관) ?$/u.test(
                unit.plain,
              ),
          ),
      ]
  const either = mentions.mainCountries.filter(isWholeCountry)
  // The writer of a Korean text is Korean, however often it mentions France.
  const isKorean = isInHangul(units)
  const hasKorean =
    isKorean && [...mentions.authorities.values()].some((own) => own.some(({ country }) => country === 'KR'))
  const home = hasKorean
    ? ['KR']
    : isKorean
      ? ['KR', ...either.filter((country) => country !== 'KR')]
      : either
  const times = (mention: AuthorityMention) =>
    [...mentions.authorities.values()].flat().filter((each) => isSameParty(each, mention)).length
  // « Carcassonne, le 25 octobre 2022 »: where a text was written is not always whose it is.
  const where = new Set(
    head.flatMap((unit) =>
      (mentions.authorities.get(unit) ?? []).filter(({ start }) => isDateline(unit, start)),
    ),
  )
  // A Korean page without a stated owner belongs to none of the towns abroad that it lists.
  const others = home[0] === 'KR' ? [] : mentions.mainCountries
  // A page in English without a mention of either country belongs to the town in its title all the same.
  const frenchOrKorean = isKorean ? [] : ['FR', 'KR']
  for (const countries of [
    home.slice(0, 1),
    home,
    home.length > 0 && isKorean ? [] : frenchOrKorean,
    others,
  ]) {
    const found = head
      .flatMap((unit) => mentions.authorities.get(unit) ?? [])
      .slice(0, mostAtHead)
      .toSorted((a, b) => Number(where.has(a)) - Number(where.has(b)))
      .filter((mention) => addressee === null || !isSameParty(mention, addressee))
      .filter(({ country, kinds }) =>
        country === null ? kinds.includes('union_of_municipalities') : countries.includes(country),
      )
    const weight = (mention: AuthorityMention) =>
      times(mention) + (where.has(mention) ? -1.5 : mention === found[0] ? 1.5 : 0)
    const [most] = found.toSorted((a, b) => weight(b) - weight(a))
    if (most && isNewsInBrief(outline, mentions)) return null
    if (most) return lowerOf(most, head, mentions)
  }
  // A writer from an unknown town.
  const unknown = head
    .flatMap((unit) => mentions.authorities.get(unit) ?? [])
    .find(({ country, isSure }) => country === null && isSure)
  if (unknown && addressee) return unknown
  return isKorean ? onlyKorean(mentions) : null
}

/** The only Korean authority in a Korean text, wherever it is named. */
function onlyKorean({ authorities }: Mentions): AuthorityMention | null {
  const [first, ...others] = [...authorities.values()].flat().filter(({ country }) => country === 'KR')
  return first && others.every((each) => isSameParty(each, first)) ? first : null
}

/**
 * “Jericho Municipality – Annual Report”, « Ville de Concarneau » at the head: the one authority there, in any country, if it is
 * named three times and no other is named more than half as often again, or if the line names an office.
 */
function headOwner(
  { titles, units, name }: Outline,
  mentions: Mentions,
  addressee: AuthorityMention | null,
): AuthorityMention | null {
  const { authorities } = mentions
  const all = [...authorities.values()].flat()
  const times = (mention: AuthorityMention) => all.filter((each) => isSameParty(each, mention)).length
  for (const unit of [...(name ? [name] : []), ...titles.slice(0, 1), ...units.slice(0, 1)]) {
    const [first, second] = authorities.get(unit) ?? []
    if (first && !second && isHeadOf(unit, first) && !addressee) return first
    if (!first || second || unit.passage.text.length > 90 || /[가-힣]/u.test(unit.passage.text)) continue
    if (addressee && isSameParty(first, addressee)) continue
    const isPlain =
      !isDateline(unit, first.start) &&
      /^(?:[^\p{L}]*(?:the |la |le |l')?)?$/u.test(unit.plain.slice(0, first.start))
    if (isPlain && ((times(first) >= 3 && times(first) * 1.5 >= mostOf(all)) || ofOffice.test(unit.plain)))
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
/** The number of mentions of the most frequent authority. */
function mostOf(all: readonly AuthorityMention[]): number {
  const counted: { mention: AuthorityMention; times: number }[] = []
  for (const mention of all) {
    const known = counted.find((each) => isSameParty(each.mention, mention))
    if (known) known.times += 1
    else counted.push({ mention, times: 1 })
  }
  return Math.max(0, ...counted.map(({ times }) => times))
}

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

// Short items, each about another authority: none of them owns the text.
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

/** « Alger, 3 octobre 2023 (agence) – Une délégation… »: the place of a dateline is not a subject. */
export const isDateline = ({ plain }: Unit, start: number) =>
  start < 12 && /^[^,.;:]{2,40}, (?:le |on )?(?:\p{L}+ )?\d{1,2}(?:er)? \p{L}+/u.test(plain)
