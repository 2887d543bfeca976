import type { Outline, Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import type { CountryMention } from './countries.ts'
import { isOver } from './hangul-kinds.ts'
import { isLoanWord, isNotHangulName, soundsForeign } from './not-hangul-names.ts'

/** A text's name for an unknown authority: in full, with its country if the text gives it. */
export interface UnknownName {
  name: string
  country: string | null
}

/** Unknown names in positions where only an authority can be, by the word that a text uses for them. */
export function unknownHangul(
  outline: Outline,
  authorities: ReadonlyMap<Unit, readonly AuthorityMention[]>,
  countries: ReadonlyMap<Unit, readonly CountryMention[]>,
  abroad: string | null,
  isUnknown: (word: string) => boolean,
): Map<string, UnknownName> {
  const found = new Map<string, UnknownName>()
  const places = new Set(
    [...countries].flatMap(([unit, own]) => own.map(({ start, end }) => unit.passage.text.slice(start, end))),
  )
  const known = new Set([...authorities.values()].flatMap((own) => own.map(({ name }) => name)))
  const add = (word: string, country: string | null, name = word) => {
    if (word.length < 2 || isNotHangulName(word) || places.has(word)) return
    const before = found.get(word)
    found.set(word, { name: before?.name ?? name, country: before?.country ?? country })
  }
  for (const unit of outline.units) {
    const { text } = unit.passage
    const own = authorities.get(unit) ?? []
    for (const mention of own) {
      for (const word of besideDash(text, mention)) if (soundsForeign(word)) add(word, null)
      // 이마바리시(에히메현) is 이마바리 further on.
      const stem = mention.name.replace(/[시군구정현주성도]$/u, '')
      if (mention.namesakes.length === 0 && stem !== mention.name && stem.length >= 3)
        add(stem, mention.country, mention.name)
      else if (mention.namesakes.length === 0 && stem !== mention.name && mention.country !== 'KR')
        add(mention.name, mention.country)
      // 일로일로시(Iloilo City) is 일로일로시 further on.
      const spelled = /^([가-힣]{3,}) ?[(（]/u.exec(text.slice(mention.start, mention.end))?.[1]
      if (spelled && mention.country !== 'KR' && isUnknown(spelled))
        add(spelled.replace(/시$/u, ''), mention.country, mention.name)
      if (mention.country !== null && mention.country !== 'KR') {
        const word = ofRegion.exec(text.slice(mention.end, mention.end + 40))?.[1]
        if (word) add(word, mention.country)
        // 도르도뉴의 몽티냐크와
        const within = ofUpper.exec(text.slice(mention.end, mention.end + 40))?.[1]
        if (
          within &&
          isUpper(mention) &&
          (soundsForeign(within) || (within.length === 2 && !plainNoun.test(within)))
        )
          add(within, mention.country)
      }
    }
    for (const { start, end, country, isAdjective } of countries.get(unit) ?? []) {
      if (isAdjective || country === 'KR') continue
      // 카르나크(프랑스)는
      const bracketed = /(?<![가-힣])([가-힣]{3,9}) ?\($/u.exec(
        text.slice(Math.max(0, start - 12), start),
      )?.[1]
      if (bracketed && /^[),]/u.test(text.slice(end)) && !own.some(({ name }) => name === bracketed))
        add(bracketed, country)
      // 터키(이스탄불·메르신)
      const inside = /^ ?\(([가-힣·, ]{2,60})\)/u.exec(text.slice(end, end + 64))?.[1] ?? ''
      for (const each of inside.split(/[·,] ?/u))
        if (inside !== each && /^[가-힣]{2,9}$/u.test(each) && !own.some(({ name }) => name === each))
          add(each, country)
      const word = ofCountry(text.slice(end, end + 60)) ?? besideCountry.exec(text.slice(end, end + 24))?.[1]
      if (word && soundsForeign(word) && !isLoanWord(word)) add(word, country)
      // 아일랜드 카셀과, a name known only in another country
      const short = besideShortly.exec(text.slice(end, end + 12))?.[1]
      if (
        short &&
        !isUnknown(short) &&
        !own.some(({ start: at }) => at === end + 1) &&
        isTold.test(text.slice(end, end + 80))
      )
        add(short, country)
      // 독일 베르크트하임과의 교류: in the place of a partner, half of its sounds are enough.
      const partner = besideLong.exec(text.slice(end, end + 16))?.[1]
      if (
        partner &&
        soundsForeign(partner, 0.5) &&
        !isLoanWord(partner) &&
        !own.some(({ start: at }) => at === end + 1) &&
        isTiedTo.test(text.slice(end, end + 80))
      )
        add(partner, country)
      // 미국 그레셤(1985, 자매)
      const dated = inEntry.exec(text.slice(end, end + 60))?.[1]
      if (dated && !isLoanWord(dated) && !own.some(({ start: at }) => at === text.indexOf(dated, end)))
        add(dated, country)
    }
    for (const [, word = ''] of text.matchAll(tiedWith))
      if (soundsForeign(word) && !isLoanWord(word)) add(word, abroad)
    // 뜨선시와 2018년 우호교류 협정 체결: all towns of Korea are known.
    if (abroad !== null)
      for (const [, partner, seeker] of text.matchAll(withTown)) {
        const word = partner ?? seeker ?? ''
        if (isUnknown(word) && !known.has(`${word}시`) && !isNotHangulName(`${word}시`) && !isLoanWord(word))
          add(word, abroad)
      }
    for (const mention of own)
      if (mention.country === 'KR') for (const word of joinedTo(text, mention)) add(word, abroad)
  }
  return found
}

// 말레이시아 페탈링자야는
const besideCountry =
  /^ ([가-힣]{3,9}?)(?:시)?(?:은|는|이|가|와|과|의|도|에|에서|와의|과의|와는|과는|이다|입니다)(?![가-힣])/u
const besideShortly = /^ ([가-힣]{2,4}?)(?:시)?(?:와|과|와는|과는|와의|과의)(?![가-힣])/u
const besideLong = /^ ([가-힣]{4,9}?)(?:시)?(?:와의|과의|와는|과는)(?![가-힣])/u
const isTiedTo = /결연|협[약정]|양해각서|의향서|자매|우호|교류/u
const isTold = /결연|협[약정]|양해각서|의향서|자매|우호/u
// … and 프랑스 로크포르쉬르술종 : 우호협약 체결 추진
const inEntry =
  /^ ([가-힣]{2,9}?)(?:시| 지역| 지방)? ?(?:\((?=[^)]{0,30}(?:(?:19|20)\d\d|자매|우호|결연|협약|협정|교류))|[:：](?=[^.\n]{0,60}(?:자매|우호|결연|협약|협정|의향서)))/u

/** 여수시와 이키시의 인연, 진주시·에스키셰히르시 자매결연: all Korean authorities are known, so that an unknown one with a kind is abroad. */
function joinedTo(text: string, { start, end }: AuthorityMention): string[] {
  const after =
    /^ ?(?:와|과|·|-|–|—|↔|및) ?([가-힣]{2,9}(?:시|현|주))(?=(?:의|가|는|이|간|와의|과의)? )/u.exec(
      text.slice(end),
    )?.[1]
  const before = /(?<![가-힣])([가-힣]{2,9}(?:시|현|주))(?:와|과|·|-|–|—|↔|및) ?$/u.exec(
    text.slice(Math.max(0, start - 14), start),
  )?.[1]
  const near = text.slice(Math.max(0, start - 60), end + 60)
  return /자매|우호|결연|협[약정]|교류|인연|양해각서/u.test(near)
    ? [after, before].flatMap((word) => (word && !isNotHangulName(word) ? [word.replace(/시$/u, '')] : []))
    : []
}

// 춘천-샤를빌메지에르: the other side of a dash.
function besideDash(text: string, { start, end }: AuthorityMention): string[] {
  const [after, before] = [
    /^ ?[-–—↔] ?([가-힣]{3,9})/u.exec(text.slice(end)),
    /([가-힣]{3,9}) ?[-–—↔] ?$/u.exec(text.slice(Math.max(0, start - 14), start)),
  ]
  return [after?.[1], before?.[1]].flatMap((word) => (word ? [withoutParticle(word)] : []))
}

// 앨라배마주의 항구도시 모바일과
const ofRegion =
  /^의 (?:[가-힣]{2,4} )?(?:[가-힣]{0,3}도시|마을|고장)(?:인)? ([가-힣]{2,9}?)(?:시)?(?:와|과|와의|과의|와는|과는|가|이|은|는)(?![가-힣])/u

const ofUpper = /^의 ([가-힣]{2,9}?)(?:시)?(?:와|과|와의|과의|와는|과는)(?![가-힣])/u
const plainNoun =
  /문화|역사|전통|자연|정부|의회|도시|마을|주민|기업|대학|학교|농가|음식|와인|예술|관광|축제|산업|경제|교육|환경|시장|지사|대표|제안|방문|만남|인연|관계|우정|바다|들판|포도|협력|교류|지역|농업|해양|항만/u
const isUpper = ({ namesakes }: AuthorityMention) =>
  ['region', 'departement', 'level_1', 'collectivite_unique', 'collectivite_corse'].includes(
    namesakes[0]?.kind ?? '',
  )

// 게랑드하고 2011년에 양해각서, 앙뒤즈와는 2018년 9월에 나눈 교류의향서: in the place of a partner.
const tiedWith =
  /(?<![가-힣])([가-힣]{3,9}?)(?:시)?(?:와|과|하고|와는|과는|와의|과의|하고는) (?=[^.]{0,40}(?:결연|협정|협약|양해각서|의향서|자매도시|우호도시))/gu

const withTown =
  /(?<![가-힣])([가-힣]{2,8})시(?:와|과)(?:는|의)? (?=(?:[^.]|(?<=\d)\.){0,40}(?:결연|협정|협약|양해각서|의향서|우호도시|교류는))|(?<![가-힣])([가-힣]{2,8})시(?:가|는) (?=[^.]{0,30}(?:도시|지자체|지방정부|파트너|상대)(?:를|을) (?:찾|물색))/gu

/** 프랑스 북부의 작은 마을 그라블린과: with a country, in the position of a partner. */
function ofCountry(rest: string): string | null {
  const named =
    /^ (?:[가-힣]+ ){0,5}?(?:[가-힣]{2,5}의 (?:작은 )?(?:[가-힣]{2,4} )?|마을 |도시 |항구도시 )?([가-힣]{3,9}?)(?:시)?(?:와는|과는|와의|과의|와|과|가|이|은|는)(?![가-힣])/u.exec(
      rest,
    )
  const isPartner =
    named !== null &&
    (/^ [가-힣]+(?:시)?[와과]/u.test(rest) ||
      /(?:의|마을|도시) [가-힣]{3,9}(?:시)?[와과가이은는]/u.test(named[0]))
  return isPartner ? (named[1] ?? null) : null
}

const withoutParticle = (word: string) => word.replace(/(?:와의|과의|와|과|의|은|는|이|가|을|를|간)$/u, '')

/** Where a passage names an unknown authority. */
export function mentionsOfUnknown(
  { passage: { text } }: Unit,
  names: ReadonlyMap<string, UnknownName>,
  isTaken: (start: number, end: number) => boolean,
): AuthorityMention[] {
  const here = [...names].filter(([word]) => text.includes(word))
  return here.flatMap(([word, { name, country }]) =>
    Array.from(text.matchAll(new RegExp(`(?<![가-힣])${word}(?:[시군구현성주정])?`, 'gu'))).flatMap(
      ({ 0: said, index: start }) => {
        const whole = start + said.length
        const end = isOver(text.slice(whole)) ? whole : start + word.length
        if (!isOver(text.slice(end)) || isTaken(start, end)) return []
        return [
          {
            start,
            end,
            name,
            nameStart: start,
            nameEnd: end,
            kinds: [],
            namesakes: [],
            country,
            isSure: true,
          },
        ]
      },
    ),
  )
}
