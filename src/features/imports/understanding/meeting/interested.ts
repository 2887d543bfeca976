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
import { seekersOnCards } from '../ties/card-ties.ts'
import { interestedTitle } from '../ties/interested-title.ts'
import { tablesOf } from '../ties/table-ties.ts'
import { isSameParty } from '../ties/tie.ts'
import {
  announcedIn,
  besidesIn,
  clausesOfEach,
  denies,
  isTopic,
  koreanSeeks,
  namedBefore,
  placeOfSpeaker,
  seekingAt,
  seeks,
  spokenOf,
} from './seekers.ts'

export interface Interest {
  party: AuthorityMention
  stated: Sentence
  told: Sentence[]
}

/** The authorities that look for a partner: those in a section about them, and those that a sentence names as such. */
export function findInterests(
  outline: Outline,
  mentions: Mentions,
  subjectOf: (sentence: Sentence) => AuthorityMention | null,
  isTied: (sentence: Sentence, party: AuthorityMention) => boolean,
): Interest[] {
  const found: Interest[] = []
  const add = (interest: Interest) => {
    const same = found.find(({ party }) => isSameParty(party, interest.party))
    if (!same) found.push(interest)
    else same.told.push(...interest.told.filter((sentence) => !same.told.includes(sentence)))
  }
  for (const { party, unit } of seekersOnCards(outline, mentions)) {
    const stated = unit.sentences[0]
    if (stated) add({ party, stated, told: unit.sentences })
  }
  for (const section of sectionsIn(outline.root))
    if (isAbout(section)) for (const interest of fromSection(section, mentions)) add(interest)
  for (const interest of fromTables(outline, mentions)) add(interest)
  for (const unit of outline.units) {
    const row = fromRow(unit, mentions)
    if (row) add(row)
    for (const interest of fromLabel(unit, mentions)) add(interest)
    if (unit.passage.kind === 'row') continue
    if (unit.passage.kind === 'title') continue
    if (isBeneath(unit.section) && (unit.passage.kind !== 'paragraph' || /[가-힣]/.test(unit.plain))) continue
    for (const sentence of unit.sentences.flatMap((each) => clausesOfEach(each, mentions))) {
      const announced = announcedIn(sentence, mentions)
      for (const party of announced)
        if (!isTied(sentence, party)) add({ party, stated: sentence, told: [sentence] })
      if (announced.length > 0) continue
      const interest = fromSentence(sentence, mentions, subjectOf, isTied)
      if (!interest) continue
      for (const party of besidesIn(sentence, interest.party, mentions))
        if (!isTied(sentence, party)) add({ ...interest, party })
      add(interest)
    }
  }
  return found
}

const isAbout = ({ title }: Section) =>
  title !== null && interestedTitle.test(title.plain) && !/cooperations existantes|existing/.test(title.plain)
const isBeneath = (section: Section) => sectionsAbove(section).some(isAbout)

function fromSection(section: Section, mentions: Mentions): Interest[] {
  const beneath = section.sections.flatMap((each): Interest[] => {
    const [first, second] = each.title ? (mentions.authorities.get(each.title) ?? []) : []
    const stated = each.title?.sentences[0]
    if (!first || !stated || (second && second.start > 80)) return []
    const told = unitsUnder(each).flatMap(({ sentences }) => sentences)
    return [{ party: first, stated: told[0] ?? stated, told: told.length > 0 ? told : [stated] }]
  })
  const own = section.units.flatMap((unit): Interest[] => {
    const [first] = mentions.authorities.get(unit) ?? []
    const stated = unit.sentences[0]
    if (unit.passage.kind === 'paragraph' && /[가-힣]/.test(unit.passage.text)) return ofEach(unit, mentions)
    // 한편 제주와 부산 사례는 차기 회의에서 듣기로 함
    if (/^[^가-힣]*(?:한편|참고로|※)/u.test(unit.passage.text) && !koreanSeeks.test(unit.passage.text))
      return []
    if (!first || !stated || first.start > 40 || denies.test(unit.plain)) return []
    const isListed =
      unit.passage.kind !== 'paragraph' ||
      first.start <= 8 ||
      seeks.test(unit.plain) ||
      koreanSeeks.test(unit.passage.text)
    return isListed ? [{ party: first, stated, told: unit.sentences }] : []
  })
  return [...beneath, ...own]
}

/** 군산시는 … 찾고 싶다고 했다. 진천군은 … 희망한다고 전해 왔다: one after the other. */
function ofEach({ sentences, ...unit }: Unit, { authorities }: Mentions): Interest[] {
  return sentences.flatMap((stated): Interest[] => {
    const party = (authorities.get(stated.unit) ?? []).find(
      ({ start }) => start >= stated.start && start < stated.start + 40,
    )
    const isListed =
      koreanSeeks.test(stated.text) || (unit.passage.text.length < 200 && sentences.length === 1)
    return party && isListed && !denies.test(stated.plain) ? [{ party, stated, told: [stated] }] : []
  })
}

/** [붙임 1] 교류 희망 지방자치단체 명단, and a table beneath: each row is one authority. */
function fromTables(outline: Outline, mentions: Mentions): Interest[] {
  return tablesOf(outline).flatMap((rows) => {
    const [head] = rows
    const above = head && outline.units[outline.units.indexOf(head) - 1]
    const isAbove = above && above.passage.text.length <= 80 && wishing.test(above.plain)
    // 지자체 | 희망 분야 | 희망 지역, where no column gives the day of an agreement
    const isInHead =
      head &&
      /희망 ?(?:분야|지역|국가|도시|상대|내용)/u.test(head.plain) &&
      !/체결|결연일|협[정약]/u.test(head.plain)
    if (!isAbove && !isInHead) return []
    return rows.flatMap((row): Interest[] => {
      const [first] = mentions.authorities.get(row) ?? []
      const [stated] = row.sentences
      return first && stated && first.start < 40 ? [{ party: first, stated, told: [stated] }] : []
    })
  })
}

const wishing = /(?:교류|협력|결연) ?(?:을 )?(?:희망|모집)|희망 ?(?:도시|지자체|지방자치단체|기관)/u

/** A row that names one authority and states that it looks for a partner. */
function fromRow(unit: Unit, mentions: Mentions): Interest | null {
  const [first, second] = mentions.authorities.get(unit) ?? []
  const [stated] = unit.sentences
  if (unit.passage.kind !== 'row' || !first || second || !stated) return null
  const says = /sans partenaire|pas de partenaire|aucun partenaire/.test(unit.plain)
    ? /souhait|cherch|recherch|trouver/.test(unit.plain)
    : seeks.test(unit.plain) || koreanSeeks.test(unit.passage.text)
  return says && !denies.test(unit.plain) ? { party: first, stated, told: [stated] } : null
}

/** 교류 희망 도시: 홍천군(맥주), 평창군(동계스포츠): all Korean authorities after the label. */
function fromLabel(unit: Unit, { authorities }: Mentions): Interest[] {
  const [stated] = unit.sentences
  const end = seekersLabel.exec(unit.plain)?.[0].length
  const listed = authorities.get(unit) ?? []
  return stated && end !== undefined && listed.every(({ country, start }) => country === 'KR' && start >= end)
    ? listed.map((party) => ({ party, stated, told: [stated] }))
    : []
}

const seekersLabel =
  /^[^가-힣]*(?:신규 |국제 ?)?(?:교류|협력|결연) ?(?:을 )?희망 ?(?:도시|지자체|시·?군|기관)? ?(?:\([^)]*\))? ?[:：]/u

// 신규 교류 희망: a heading of a list is not a statement about anyone.
const bareHeading = /^[^가-힣]*(?:[가-힣]{2,4} )?(?:교류|협력|결연) ?(?:도시|지역|지자체)? ?희망[^가-힣]*$/u

function fromSentence(
  sentence: Sentence,
  mentions: Mentions,
  subjectOf: (sentence: Sentence) => AuthorityMention | null,
  isTied: (sentence: Sentence, party: AuthorityMention) => boolean,
): Interest | null {
  const isKorean = /[가-힣]/.test(sentence.text)
  const match = isKorean ? koreanSeeks.exec(sentence.text) : seekingAt(sentence)
  if (!match || denies.test(sentence.plain) || bareHeading.test(sentence.text)) return null
  const { plain } = sentence.unit
  const at = sentence.start + match.index
  const own = (mentions.authorities.get(sentence.unit) ?? []).filter(
    ({ start, end }) => start >= sentence.start && end <= sentence.end,
  )
  const clause = isKorean
    ? sentence.start
    : Math.max(
        sentence.start,
        plain.lastIndexOf(';', at),
        plain.lastIndexOf(' et que ', at),
        plain.lastIndexOf(' tandis que ', at),
      )
  const before = own.filter(
    ({ start, end }) => start >= clause && end <= at + (isKorean ? match[0].length : 0),
  )
  const isOther = ({ start }: AuthorityMention) =>
    /(?:celle|celui) (?:de|du|d'|de l')?$/.test(plain.slice(Math.max(0, start - 12), start))
  const last = before.at(-1)
  const isPartnerSought =
    isKorean && last !== undefined && /^시?(?:와|과|및|을|를)/u.test(plain.slice(last.end))
  const party =
    (isKorean
      ? (before.find(({ end }) => isTopic.test(plain.slice(end))) ??
        (isPartnerSought ? subjectOf(sentence) : last))
      : before.find((mention) => !isOther(mention))) ??
    (isKorean ? null : spokenOf(sentence, own, clause)) ??
    placeOfSpeaker(sentence, mentions) ??
    (isKorean ? null : namedBefore(sentence, mentions)) ??
    (own.length === 0 ||
    yours.test(sentence.plain.slice(0, match.index)) ||
    /(?:^|, |: )(?:nous|we) $|\bnotre (?:ville|commune|collectivite|region|departement) |\bour (?:city|town|council) /u.test(
      sentence.plain.slice(0, match.index),
    )
      ? subjectOf(sentence)
      : null)
  return party && !isTied(sentence, party) ? { party, stated: sentence, told: [sentence] } : null
}

/** « votre commune cherche… » in a letter: the recipient. */
export const yours =
  /\bvotre (?:commune|ville|collectivite|region|departement|metropole|agglomeration)\b|\byour (?:city|town|council|region)\b/u
