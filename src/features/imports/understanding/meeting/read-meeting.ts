import { findDates } from '../dates/find-dates.ts'
import { mayDateText } from '../dates/text-day.ts'
import { type Outline, type Sentence, sentenceHolding, type Unit } from '../outline.ts'
import type { PersonMention } from '../people/person-mention.ts'
import type { Quotation, ReadMeeting } from '../reading.ts'
import { isKoreanTitle, isLatinTitle } from './meeting-titles.ts'

const meetingWords =
  /reunion|seance|compte[- ]rendu|proces[- ]verbal|releve (?:de|des)|groupe[- ]pays|assemblee|comite|commission|rencontres?\b|assises|conseil municipal|minutes|meeting|session|회의|간담회|회의록|협의회|총회|워크숍|포럼|교류회|연찬회|라운드테이블|설명회|토론회|보고회|좌담회|회담|모임/
const dayWords = /tenue?\b|reunis?\b|s'est (?:tenu|reuni)|le |du |date|held|일 ?시|개 {0,6}최|때 ?:|일자/
const isOfMeeting =
  /(?:reunion|seance|assemblee|rencontre|meeting|session)(?: [a-z]+){0,4} (?:du|of|on) (?:\w+ )?$/
const isOfNext = /prochaine? (?:seance|reunion|rencontre)|next meeting|다음 ?회의|차기 ?회의/
const timeOf = /(?<!\d)(\d{1,2}) ?(?:h|heures?|:|시)(?: ?(\d{2})(?:분|min)?)?(?!\d)/gu

/** The meeting that a text is the account of, or null if it is not one. */
export function readMeeting(outline: Outline, persons: readonly PersonMention[]): ReadMeeting | null {
  const head = outline.units.slice(0, mostHead)
  const titles = [outline.titles[0], ...head].filter((unit) => unit !== undefined)
  const title = titles.find(
    ({ plain, passage }) =>
      meetingWords.test(plain) &&
      passage.text.length < 200 &&
      (/[가-힣]/.test(plain) ? isKoreanTitle(passage.text) : isLatinTitle(plain)),
  )
  if (!title || isMail(head) || isLetter(outline)) return null
  const day = dayIn(head.filter(mayTellDay))
  if (!day) return null
  const times = sessionTimes(outline) ?? timesIn(head, day.unit)
  const chair = chairOf(head, persons)
  const place = placeIn(head, day.unit)
  return {
    title: title.passage.text.replace(/^#+\s*/, ''),
    group: groupOf(outline),
    date: day.date,
    start: times[0] ?? null,
    end: times[1] ?? closedAt(outline),
    place: place?.text ?? null,
    chair: chair?.name ?? null,
    quotes: {
      date: day.quote,
      ...(place ? { place: place.quote } : {}),
      ...(chair ? { chair: quoteOfUnit(chair.unit) } : {}),
    },
  }
}

/** « De : … », « Envoyé : … » above a text: it is a mail. */
const isMail = (head: readonly Unit[]) =>
  head.some(({ plain }) => /^\W*(?:de|from|보낸 ?사람) ?: /u.test(plain)) &&
  head.some(({ plain }) =>
    /(?:^|\s)(?:envoye|sent|date|objet|subject|a|to|받는 ?사람|제목)(?: le)? ?: /u.test(plain),
  )

/** « Objet : … », and « Monsieur le Maire, » beneath. */
const isLetter = ({ units }: Outline) =>
  units.slice(0, 20).some(({ plain }) => /^\W*(?:objet|object|subject|re) ?: /u.test(plain)) &&
  units
    .slice(0, 24)
    .some(({ passage }) =>
      /^(?:Monsieur|Madame|Cher|Chère|Chers|Mesdames|Messieurs|Dear)\b[^.:]{0,60},$/u.test(
        passage.text.trim(),
      ),
    )

// A day in the middle of an account belongs to something else.
const mayTellDay = (unit: Unit) =>
  /[가-힣]/.test(unit.plain) ? !isSpeech.test(unit.plain) : mayDateText(unit) || meetingWords.test(unit.plain)

// ○과장 오광철  … 2003년 3월 21일 결연했습니다: speech in the minutes of a council.
const isSpeech = /(?:습니다|습니까|세요|는데요|니다만)(?=[.?!,]|$| )/u

const mostHead = 14

export function quoteOfUnit(unit: Unit): Quotation {
  const first = unit.sentences[0]
  return { passage: unit.index, start: first?.start ?? 0, end: first?.end ?? unit.passage.text.length }
}

/** The day in the first passages: on a line of its own, after a label, or in the title. */
export function dayIn(head: readonly Unit[]): { date: string; unit: Unit; quote: Quotation } | null {
  const found = head.flatMap((unit) =>
    findDates(unit.plain).flatMap(({ edtf, start, end }) => {
      const day = edtf?.split('/')[0] ?? ''
      if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return []
      const isLabelled = /(?:date|le|du|일시|일자|때|when) ?:? ?(?:\w+ )?$/.test(
        unit.plain.slice(Math.max(0, start - 14), start),
      )
      const isAlone = unit.plain.length - (end - start) < 60
      const isTimed = /^,? ?(?:a |de |- )?(?:a )?\d{1,2} ?(?:h|:|시)|^ ?\([월화수목금토일]/.test(
        unit.plain.slice(end, end + 14),
      )
      const isFirst = start < 12
      const weight =
        (isTimed ? 3 : 0) +
        (isFirst ? 1 : 0) +
        (isLabelled ? 2 : 0) +
        (isAlone ? 4 : 0) +
        (unit.passage.text.length > 200 ? -2 : 0) +
        (meetingWords.test(unit.plain) ? 2 : 0) +
        (dayWords.test(unit.plain) ? 1 : 0) -
        (isOfNext.test(unit.plain.slice(Math.max(0, start - 60), end + 50)) ? 8 : 0) +
        (isOfMeeting.test(unit.plain.slice(Math.max(0, start - 60), start)) ? 4 : 0) -
        unit.index / 10
      return [{ date: day, unit, quote: quoteAround(unit, start), weight }]
    }),
  )
  return found.sort((a, b) => b.weight - a.weight)[0] ?? null
}

function quoteAround(unit: Unit, at: number): Quotation {
  const sentence: Sentence | undefined = sentenceHolding(unit, at)
  return { passage: unit.index, start: sentence?.start ?? 0, end: sentence?.end ?? unit.passage.text.length }
}

/** (10시 02분 개의) … (10시 31분 산회): when a council opened and closed. */
function sessionTimes({ units }: Outline): string[] | null {
  const at = (words: string) => {
    for (const { plain } of units) {
      const match = new RegExp(`(\\d{1,2})시 ?(?:(\\d{1,2})분)? ?(?:${words})`, 'u').exec(plain)
      if (match) return `${(match[1] ?? '').padStart(2, '0')}:${(match[2] ?? '0').padStart(2, '0')}`
    }
    return null
  }
  const [opened, closed] = [at('개의|개회|개식'), at('산회|폐회|폐의|종료')]
  return opened === null ? null : [opened, ...(closed === null ? [] : [closed])]
}

/** « La séance est levée à 16h30 », at the end. */
function closedAt({ units }: Outline): string | null {
  for (const { plain } of units.slice(-6)) {
    const match =
      /(?:leve\w*|clo[st]\w*|adjourned|closed)[^.;]{0,30} (?:a|at) (\d{1,2}) ?(?:h|:|heures?) ?(\d{2})?/u.exec(
        plain,
      )
    if (match) return `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`
  }
  return null
}

function timesIn(head: readonly Unit[], day: Unit): string[] {
  for (const unit of [day, ...head]) {
    const times = Array.from(unit.plain.matchAll(timeOf), ([, hour = '', minute]) => ({
      hour: Number(hour),
      minute: Number(minute ?? 0),
    })).filter(({ hour, minute }) => hour < 25 && minute < 60)
    const afternoon = /오후/.test(unit.plain)
    if (times.length > 0)
      return times
        .slice(0, 2)
        .map(
          ({ hour, minute }) =>
            `${String(afternoon && hour < 12 ? hour + 12 : hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
        )
  }
  return []
}

function placeIn(head: readonly Unit[], day: Unit): { text: string; quote: Quotation } | null {
  for (const unit of head) {
    const labelled =
      /(?:^|[-–—,;] ?|\s)(?:lieu|place|venue|location|장 ?소|곳)\s*[:：] ?([^;\n]{2,120})/iu.exec(
        unit.passage.text,
      )
    if (labelled?.[1]) return { text: labelled[1].replace(nextLabel, '').trim(), quote: quoteOfUnit(unit) }
  }
  for (const unit of head) {
    const { text } = unit.passage
    const own = /^(?:[ÀA] |[Aa]u )(?:l[’']|la |le )?(.{3,80})$/u.exec(text)
    if (
      own &&
      /h[oô]tel|mairie|salle|si[eè]ge|maison|palais|centre|pr[eé]fecture|auditorium|ambassade/iu.test(text)
    )
      return { text: text.replace(/^[ÀA]u? (?:l[’']|la |le )?/u, '').trim(), quote: quoteOfUnit(unit) }
  }
  const around = head.filter((unit) => unit === day || Math.abs(unit.index - day.index) <= 2)
  for (const unit of around) {
    const inside =
      /((?:[Hh][oô]tel de [Vv]ille|[Mm]airie|[Ss]i[eè]ge|[Mm]aison|[Pp]alais|[Ss]alle|Hôtel de (?:R[eé]gion|la [Mm]étropole)|[Aa]mbassade|[Cc]ity [Hh]all|Town Hall)[^.;\n(]{2,80})/u.exec(
        unit.passage.text,
      )
    if (inside?.[1])
      return {
        text: inside[1]
          .replace(/,? (?:de|à|from) \d{1,2} ?h.*$/u, '')
          .replace(nextLabel, '')
          .trim(),
        quote: quoteOfUnit(unit),
      }
  }
  return null
}

const nextLabel =
  /[ ,;]+(?:sous la présidence|page \d).*$|[ ,;]+(?:○ |- )?(?:Présidence|Présidente?|Présents?|Participants?|Étaient présents?|Excusés?|Date|Heures?|Horaires?|Ordre du jour|Chair|Time|Agenda|주 ?재|참 ?석 ?자|일 ?시|시 ?간)(?: ?\([^)]*\))? ?:.*$/u

// « Madame Dauzat, adjointe au maire, présidait »: the person before the verb.
const presided =
  /^,? ?(?:[^.;:]{0,70},)? ?(?:presidait|preside\b(?! par)|presida\b|presided|chaired|animait)/u

const chairs =
  /presidee? par|presidence|sous la presidence|preside[a-z]* |anime[e]? par|chair(?:ed|man|woman|person)?\b|presided|주 ?재|의장|사회|위원장/

function chairOf(head: readonly Unit[], persons: readonly PersonMention[]): PersonMention | null {
  for (const unit of head) {
    const presiding = persons.find(
      (person) => person.unit === unit && presided.test(unit.plain.slice(person.end, person.end + 110)),
    )
    if (presiding) return presiding
    const match = chairs.exec(unit.plain)
    if (!match) continue
    const own = persons.filter((person) => person.unit === unit)
    const found = own.find(({ start }) => start >= match.index) ?? own.at(-1)
    if (found) return found
  }
  return null
}

function groupOf({ units, titles }: Outline): string | null {
  // « GROUPE LIBAN », by itself
  for (const unit of [...titles.slice(0, 2), ...units.slice(0, 3)]) {
    const match = /^groupe (?:(?:de la |du |des |de l['’]|d['’])?)(\p{L}[\p{L}’'-]{3,24})$/iu.exec(
      unit.passage.text.trim(),
    )
    if (match?.[1] && !/^(?:de|pays|travail|projet)/iu.test(match[1]))
      return match[1] === match[1].toUpperCase()
        ? `${match[1][0] ?? ''}${match[1].slice(1).toLowerCase()}`
        : match[1]
  }
  for (const unit of [...titles.slice(0, 3), ...units.slice(0, 6)]) {
    const match = /groupe[- ]pays(?: (?:de la |du |des |de l'|d'))?/u.exec(unit.plain)
    if (!match) continue
    const rest = unit.passage.text.slice(match.index + match[0].length)
    const name =
      /^\s*[-–—:«]?\s*((?:République (?:de |du |d[’'])?)?\p{Lu}[\p{L}’'-]*(?:[ -]\p{Lu}[\p{L}’'-]*)*)/u.exec(
        rest,
      )
    if (name?.[1]) return name[1].trim()
  }
  return null
}
