import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Mentions } from '../names/find-mentions.ts'
import { type Outline, type Section, sectionsAbove, sectionsIn, type Sentence, unitsUnder } from '../outline.ts'
import { interestedTitle } from '../ties/find-ties.ts'
import { isSameParty } from '../ties/tie.ts'

export interface Interest {
  party: AuthorityMention
  stated: Sentence
  told: Sentence[]
}

const seeks =
  /(?:cherch\w*|recherch\w*|en quete d|a la recherche|souhait\w* (?:nouer|trouver|engager|developper|etablir|entrer|un partenariat|un jumelage)|aimerait (?:nouer|trouver|un partenaire)|voudrait (?:nouer|trouver|se rapprocher)|desire\w* (?:nouer|trouver)|interessee? par (?:une? )?(?:cooperation|partenariat|jumelage)|en recherche|sans partenaire|looking for|seek\w*|wish\w* to (?:find|establish|develop|set up)|hopes? to (?:find|establish)|interested in (?:a |finding|establishing|partner))/
const partnerWords = /partenaire|partenariat|jumelage|cooperation|collectivite|ville|lien|commune|region|homolog|contact|partner|twin|city|town|cooperation/
const koreanSeeks = /(?:교류|협력|자매결연|우호|결연|파트너|상대|도시|지자체|자치단체)[^.]{0,40}(?:희망|찾|모색|원하|물색|바라|관심|구하|발굴)|(?:희망|찾고 있|모색|물색)[^.]{0,20}(?:교류|협력|도시|파트너)/
const denies = /(?:ne|n')[^.]{0,30}(?:pas|plus|jamais|aucun)[^.]{0,30}(?:cherch|recherch|candidat|souhait)|(?:pas|plus) candidat|n'envisage|does not (?:seek|wish)|not looking|희망하지 않|계획이 없/

/** The authorities that look for a partner: those of a section about them, and those of whom a sentence says so. */
export function findInterests(outline: Outline, mentions: Mentions, subjectOf: (sentence: Sentence) => AuthorityMention | null, isTied: (sentence: Sentence) => boolean): Interest[] {
  const found: Interest[] = []
  const add = (interest: Interest) => {
    const same = found.find(({ party }) => isSameParty(party, interest.party))
    if (!same) found.push(interest)
    else same.told.push(...interest.told.filter((sentence) => !same.told.includes(sentence)))
  }
  for (const section of sectionsIn(outline.root)) if (isAbout(section)) for (const interest of fromSection(section, mentions)) add(interest)
  for (const unit of outline.units) {
    if (unit.passage.kind === 'title' || isBeneath(unit.section)) continue
    for (const sentence of unit.sentences) {
      const interest = fromSentence(sentence, mentions, subjectOf, isTied)
      if (interest) add(interest)
    }
  }
  return found
}

const isAbout = ({ title }: Section) => title !== null && interestedTitle.test(title.plain) && !/cooperations existantes|existing/.test(title.plain)
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
    if (!first || !stated || first.start > 40 || denies.test(unit.plain)) return []
    const isListed = unit.passage.kind !== 'paragraph' || first.start <= 8 || seeks.test(unit.plain) || koreanSeeks.test(unit.passage.text)
    return isListed ? [{ party: first, stated, told: unit.sentences }] : []
  })
  return [...beneath, ...own]
}

function fromSentence(sentence: Sentence, mentions: Mentions, subjectOf: (sentence: Sentence) => AuthorityMention | null, isTied: (sentence: Sentence) => boolean): Interest | null {
  const isKorean = /[가-힣]/.test(sentence.text)
  const match = isKorean ? koreanSeeks.exec(sentence.text) : seeks.exec(sentence.plain)
  if (!match || denies.test(sentence.plain) || isTied(sentence)) return null
  if (!isKorean && !partnerWords.test(sentence.plain.slice(match.index, match.index + 120))) return null
  const own = (mentions.authorities.get(sentence.unit) ?? []).filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const at = sentence.start + match.index
  const before = own.filter(({ end }) => end <= at + (isKorean ? match[0].length : 0))
  const party = before.at(-1) ?? (own.length === 0 ? subjectOf(sentence) : null)
  return party ? { party, stated: sentence, told: [sentence] } : null
}

