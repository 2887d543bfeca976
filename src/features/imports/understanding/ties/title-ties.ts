import { plainCopy } from '../../../../platform/reading/plain-copy.ts'
import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import {
  type Outline,
  type Section,
  type Sentence,
  sectionsAbove,
  sectionsIn,
  type Unit,
  unitsUnder,
} from '../outline.ts'
import { isInterested } from './interested-title.ts'
import { clausesOf } from './korean-clauses.ts'
import { readPair } from './pair-titles.ts'
import { areTwoSides, isSameParty, type StatedTie } from './tie.ts'

/** The ties that titles state: « A – B », « A – partenaires : B, C et D », and a town beneath « Nos villes jumelles » of the owner. */
export function titleTies(
  { root }: Outline,
  mentions: Mentions,
  owner: AuthorityMention | null,
): StatedTie[] {
  return sectionsIn(root).flatMap((section): StatedTie[] => {
    const { title } = section
    if (!title) return []
    const parties = partiesOf(title, mentions)
    const [first, ...others] = parties ?? ownerAndTown(section, title, mentions, owner) ?? []
    if (!first) return []
    const partners = others.filter((other) => areTwoSides(first, other))
    // Two or more of one country beside one of another are its partners, each by itself.
    const isOneToMany =
      partners.length > 1 &&
      partners.length === others.length &&
      (new Set(partners.map(({ country }) => country)).size === 1 || first.country === 'KR')
    const told = unitsUnder(section).flatMap(({ sentences }) => sentences)
    if (!isOneToMany) return [tieOf(title, [first, ...others], told, section)]
    return partners.map((partner) => {
      const own = told.filter((sentence) => names(sentence, partner, mentions))
      return {
        ...tieOf(title, [first, partner], own, section),
        parts: partsOf(own, partner, partners, mentions),
      }
    })
  })
}

/** 이마바리와는 2010년 자매도시, 나가스와는 2018년 우호도시가 되었다: in such a sentence each partner has its own clause. */
function partsOf(
  sentences: readonly Sentence[],
  partner: AuthorityMention,
  partners: readonly AuthorityMention[],
  { authorities }: Mentions,
) {
  return new Map(
    sentences.flatMap((sentence) => {
      const named = (authorities.get(sentence.unit) ?? []).filter(
        ({ start, end }) => start >= sentence.start && end <= sentence.end,
      )
      const firsts = partners
        .flatMap((each) => named.find((mention) => isSameParty(mention, each)) ?? [])
        .sort((a, b) => a.start - b.start)
      const at = firsts.findIndex((mention) => isSameParty(mention, partner))
      const span = clausesOf(firsts, sentence)[at]
      return firsts.length > 1 && span ? [[sentence, span] as const] : []
    }),
  )
}

function partiesOf(title: Unit, mentions: Mentions): AuthorityMention[] | null {
  const named = mentions.authorities.get(title) ?? []
  const withPossible = [...named, ...(mentions.possible.get(title) ?? [])].sort((a, b) => a.start - b.start)
  // “2.3 Yeonsu-gu / Neuss. Mr Tae said that …”, cut at the end of a line
  const second = named[1]
  const lead =
    second && /^(?:\.| ?:) \p{L}/u.test(title.plain.slice(second.end))
      ? readPair(title, named, 0, second.end)
      : null
  return readPair(title, named) ?? lead ?? (named.length > 0 ? readPair(title, withPossible) : null)
}

const partnersTitle =
  /jumel|friendship|villes? (?:soe?urs?|amies?|partenaires?)|partenaires? (?:internationaux|etrangers|dans le monde)|sister|twin(?:ning| towns?)|자매|우호도시|교류도시/u

/** Whether a title is only a town, or a town with its country. */
function bareTitle(title: Unit, town: AuthorityMention, { countries }: Mentions): boolean {
  let rest = `${title.plain.slice(0, town.start)}${' '.repeat(town.end - town.start)}${title.plain.slice(town.end)}`
  for (const { start, end } of countries.get(title) ?? [])
    rest = `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`
  return (
    !/\p{L}{2,}/u.test(rest.replace(/\b(?:en|au|aux|in|the|la|le|et|and)\b/gu, ' ')) &&
    (town.namesakes.length > 0 || (countries.get(title) ?? []).length > 0)
  )
}

const ownAgreement =
  /\b(?:serment|charte|acte|accord|convention|pacte|protocole|traite) (?:de|d') ?(?:jumelage|cooperation|amitie|partenariat)|\b(?:nos|notre|ce|le|du) jumelages?\b|ville (?:jumelle|so(?:e)?ur)|twinn(?:ed|ing)|sister (?:city|cities)|(?:letter of intent|memorandum|friendship agreement|cooperation agreement)/

/** « Hamilton, Écosse » beneath « Nos villes jumelles » of Châtellerault. */
function ownerAndTown(
  section: Section,
  title: Unit,
  mentions: Mentions,
  owner: AuthorityMention | null,
): AuthorityMention[] | null {
  const prefixed = owner ? afterPrefix(section, title, mentions, owner) : null
  if (owner && prefixed) return [owner, prefixed]
  if (
    owner === null ||
    !section.parent ||
    partnersTitle.test(title.plain.replace(/\((?:자매|우호)[^)]*\)/g, ' '))
  )
    return null
  const above = sectionsAbove(section.parent).flatMap(({ title: upper }) => (upper ? [upper.plain] : []))
  // 가. 중국 항저우시(자매, 1994. 5. 30.)
  const isSaid = /\((?:자매|우호)/.test(title.plain)
  const isPage = [...above, plainCopy(mentions.name)].some((plain) => partnersTitle.test(plain))
  const tells = section.units.some(
    ({ plain }) =>
      ownAgreement.test(plain) ||
      // 결연일 : 1992년 8월 10일
      /^[^가-힣]{0,3}(?:자매|우호)?[가-힣 ]{0,6}(?:결연|체결|협정|협약) ?(?:일자|일|연도) ?[:：]/u.test(
        plain,
      ) ||
      /^\W*(?:jumelage|jumelee|charte|pacte|convention|accord|twinned|sister city)\b/.test(plain),
  )
  if (!isSaid && !isPage && !tells) return null
  const [town] = [...(mentions.authorities.get(title) ?? []), ...(mentions.possible.get(title) ?? [])].sort(
    (a, b) => a.start - b.start,
  )
  if (!town || town.start > 12 || !areTwoSides(owner, town)) return null
  const rest = `${title.plain.slice(0, town.start)}${title.plain.slice(town.end)}`.replace(/\([^)]*\)/g, ' ')
  const country = (mentions.countries.get(title) ?? []).length > 0
  const words = rest.replace(/[^\p{L}]+/gu, ' ').trim()
  if (!isSaid && !isPage) return bareTitle(title, town, mentions) ? [owner, town] : null
  return country || tells || (town.namesakes.length > 0 && words.length < 16) ? [owner, town] : null
}

/** « Ville amie : Hikone (Japon) », « Coopération avec Limbé (Haïti) », on a page of the owner. */
function afterPrefix(
  section: Section,
  title: Unit,
  mentions: Mentions,
  owner: AuthorityMention,
): AuthorityMention | null {
  const prefix = ofPartner.exec(title.plain)
  if (!prefix) return null
  const others = [...(mentions.authorities.get(title) ?? []), ...(mentions.possible.get(title) ?? [])]
  const town = others.find(({ start }) => start >= prefix[0].length - 2 && start <= prefix[0].length + 22)
  const isOfAnother = (section.parent ? sectionsAbove(section.parent) : []).some(({ title: upper }) =>
    (upper ? (mentions.authorities.get(upper) ?? []) : []).some((each) => !isSameParty(each, owner)),
  )
  if (!town || isOfAnother || !areTwoSides(owner, town)) return null
  const rest = title.plain.slice(town.end).replace(/\([^)]*\)/gu, ' ')
  return /\p{L}{4}/u.test(rest.replace(/^,? (?:en|au|aux|in) [\p{L} '-]+$/u, ' ')) ? null : town
}

const ofPartner =
  /^\W*(?:\d+[.)] )?(?:(?:notre |la |le |our )?(?:ville|cite|commune|region)s? (?:amie|jumelle|jumelee|partenaire|so(?:e)?ur)|jumelage|cooperation(?: decentralisee)?|partenariat|amitie|accord|twin(?:ning| town)?|sister city|partner city|partnership|friendship(?: city)?|cooperation)s? ?(?::|[-–]|avec|with) ?/u

function tieOf(title: Unit, parties: AuthorityMention[], told: Sentence[], section: Section): StatedTie {
  const stated = title.sentences[0] ?? {
    unit: title,
    start: 0,
    end: title.passage.text.length,
    text: title.passage.text,
    plain: title.plain,
  }
  return {
    parties,
    stated,
    told,
    by: 'title',
    within: null,
    kindWords: title.plain,
    cells: [],
    isBeside: isInterested(section.parent),
  }
}

function names(sentence: Sentence, partner: AuthorityMention, { authorities }: Mentions): boolean {
  return (authorities.get(sentence.unit) ?? []).some(
    (mention) =>
      mention.start >= sentence.start && mention.end <= sentence.end && isSameParty(mention, partner),
  )
}
