import type { TextDocument } from '../../../platform/reading/text-document.ts'
import { type SettledDate, settleDates } from './dates/settled-dates.ts'
import { koreanTextDay, latinTextMonth, mayDateText } from './dates/text-day.ts'
import { readActivities } from './facts/activities.ts'
import { readActors } from './facts/actors.ts'
import { readAgreements } from './facts/agreements.ts'
import { quoteOf, type Told, toldOf } from './facts/clauses.ts'
import { openActivities } from './facts/open-dates.ts'
import { readStart } from './facts/start.ts'
import { statingSentence } from './facts/stating-sentence.ts'
import { readStatus } from './facts/status.ts'
import { readThemes, wholeSentence } from './facts/themes.ts'
import { lettersOf } from './letters.ts'
import { findInterests, yours } from './meeting/interested.ts'
import { koreanTasks } from './meeting/korean-resolutions.ts'
import { dayIn, readMeeting } from './meeting/read-meeting.ts'
import { isDeliberation, readResolutions } from './meeting/resolutions.ts'
import { readResources } from './meeting/resources.ts'
import { findMentions, type Mentions } from './names/find-mentions.ts'
import type { NameBook } from './names/gazetteer.ts'
import { outlineOf, type Sentence, type Unit } from './outline.ts'
import { partyOf, partyQuestion } from './parties.ts'
import { askOneOrTwo, mergePersons } from './people/merge-persons.ts'
import type { PersonMention } from './people/person-mention.ts'
import { personsOfText } from './people/persons-of-text.ts'
import { speakerSides } from './people/speaker-sides.ts'
import { dateQuestions, personQuestion } from './questions.ts'
import type { ReadCooperation, ReadInterest, Reading } from './reading.ts'
import { findTies } from './ties/find-ties.ts'
import { seeksAnother } from './ties/interested-title.ts'
import { findSubjects, type Subjects } from './ties/subjects.ts'
import { joinSame, widen } from './ties/telling.ts'
import { isSameParty, type StatedTie } from './ties/tie.ts'
import { tellSentences } from './told-sentences.ts'

/**
 * What a text says, each fact with its sentence, by the grammar of minutes, letters and lists, the directory and the calendar: the
 * same text gives the same reading, and no other machine is asked. What remains open becomes a question.
 */
export async function understand(book: NameBook, document: TextDocument): Promise<Reading> {
  const outline = outlineOf(document)
  const persons = personsOfText(outline)
  const mentions = await findMentions(book, outline, persons)
  const allPersons = outline.units.flatMap((unit) => persons.get(unit) ?? [])
  const meeting = readMeeting(outline, allPersons)
  const textDay =
    meeting?.date ??
    (document.language === 'ko' ? koreanTextDay(outline) : null) ??
    dayIn(
      [...outline.units.slice(0, 8), ...outline.units.slice(-4)].filter((unit) =>
        document.language === 'ko'
          ? unit.passage.kind !== 'row' && unit.passage.text.length < 40 && !ofTie.test(unit.plain)
          : mayDateText(unit),
      ),
    )?.date ??
    latinTextMonth(outline)
  const sides = speakerSides(outline, mentions, persons)
  const letters = lettersOf(outline, mentions).map((letter) => ({
    ...letter,
    dates: settleDates(letter.outline, dayIn(letter.head)?.date ?? textDay),
    subjects: findSubjects(letter.outline, mentions, sides, letter),
  }))
  const dates = new Map(letters.flatMap((letter) => [...letter.dates]))
  const datesOf = (unit: Unit): readonly SettledDate[] => dates.get(unit) ?? []
  const found = letters.flatMap((letter) => findTies(letter.outline, mentions, letter.subjects))
  const ties = letters.length > 1 ? widen(joinSame(found), outline, mentions, null) : found
  const subjectsOf = (unit: Unit) => letters[unit.letter]?.subjects ?? letters[0]?.subjects
  const language = document.language ?? 'fr'
  const reader = { mentions, language, datesOf, persons, textDay, isAccount: meeting !== null }
  const cooperations = ties.map((tie) => cooperationOf(tie, reader))
  const tiedUnits = new Set(ties.flatMap(({ told }) => told.map(({ unit }) => unit)))
  const interested = findInterests(
    outline,
    mentions,
    (sentence) =>
      (yours.test(sentence.plain) ? subjectsOf(sentence.unit)?.addressee : null) ??
      (ofAnother.test(sentence.text) ? null : seekerOf(sentence, subjectsOf(sentence.unit))),
    (sentence, party) =>
      ties.some(
        ({ told, stated, parties, by }) =>
          ((told.includes(sentence) &&
            (stated === sentence || !isIndefinite(sentence) || namesBoth(sentence, parties, mentions))) ||
            (by === 'title' && told.some(({ unit }) => unit === sentence.unit))) &&
          parties.some((each) => isSameParty(each, party)),
      ),
  ).map(
    (interest): ReadInterest => ({
      party: partyOf(
        interest.party,
        interest.stated.unit,
        language,
        mentions.mainCountries,
        quoteOf(interest.stated),
      ),
      themes: readThemes(interest.told.map(wholeSentence)),
      quote: quoteOf(interest.stated),
    }),
  )
  const { decisions, proposals } =
    meeting || isDeliberation(outline)
      ? readResolutions(outline, mentions, allPersons, datesOf, (unit) => tiedUnits.has(unit))
      : { decisions: koreanTasks(outline, datesOf), proposals: [] }
  const participants = askOneOrTwo(mergePersons(allPersons, meeting !== null))
  return {
    meeting,
    participants,
    cooperations,
    interested,
    proposals,
    decisions,
    resources: readResources(outline, ties),
    questions: [
      ...[...cooperations.flatMap(({ parties }) => parties), ...interested.map(({ party }) => party)].flatMap(
        (party) => partyQuestion(party) ?? [],
      ),
      ...cooperations.flatMap((each) => dateQuestions(each, outline, meeting?.date ?? null)),
      ...participants.flatMap(personQuestion),
    ],
    sentences: tellSentences(outline, { mentions, language, ties, datesOf, subjectsOf }),
  }
}

// 결연일: 1994년 11월 24일: the day of a tie, and not that of the text.
const ofTie = /결연|체결|협[약정]|서명|교류|방문/u

// 낭시가 한국 도시를 찾고 있음: a subject of its own, though nothing knows it.
const ofAnother =
  /^(?:\([가-힣 ]{2,20}\) )?(?!우리|저희|양측|두 |[가-힣]*(?:장|위원|의원|주무관|담당|군수|지사|측|관계자|씨)(?:은|는|이|가))[가-힣]{2,8}(?:은|는|이|가) [^.]{0,40}(?:찾고 있|찾는다|희망한다고|희망하고 있)/u

/** 군은 대만의 항구도시도 물색하고 있다: the text's own side, whatever was named before. */
const seekerOf = (sentence: Sentence, subjects: Subjects | undefined) => {
  const all = subjects?.of(sentence) ?? []
  const own = /^(?:(?:우리|저희) )?[시군구도](?:는|은|가|이|에서는) /u.test(sentence.text)
    ? all.find(({ country }) => country === 'KR')
    : undefined
  return own ?? all[0] ?? null
}

const isIndefinite = ({ plain, text }: Sentence) =>
  seeksAnother(text) ||
  /(?:souhait|voudr|aimer)\p{L}*[^.;]{0,50}\b(?:avec|trouver|nouer) (?:\p{L}+ ){0,2}(?:une|un) (?:\p{L}+ )?(?:collectivite|ville|commune|region|departement|partenaire)/u.test(
    plain,
  ) ||
  /\b(?:cherch\w*|recherch\w*|looking for|seeking|seeks) (?:une?|a|an|d'autres|des) /.test(plain)
const namesBoth = (
  { unit, start, end }: Sentence,
  parties: StatedTie['parties'],
  { authorities }: Mentions,
) =>
  parties.every((party) =>
    (authorities.get(unit) ?? []).some(
      (each) => each.start >= start && each.end <= end && isSameParty(each, party),
    ),
  )

interface TieReader {
  mentions: Mentions
  language: string
  datesOf: (unit: Unit) => readonly SettledDate[]
  persons: ReadonlyMap<Unit, PersonMention[]>
  textDay: string | null
}

function cooperationOf(
  tie: StatedTie,
  { mentions, language, datesOf, persons, textDay }: TieReader,
): ReadCooperation {
  const agreements = readAgreements(tie, datesOf)
  const since = readStart(tie, agreements, datesOf)
  const dated = readActivities(tie, agreements, since, datesOf, textDay)
  const activities = [...dated, ...openActivities(tie, [...agreements, ...dated], datesOf)]
  const quote = quoteOf(tie.stated)
  // « Grand Est Solidarités » is no place though it begins with one.
  const isNamed = (unit: Unit, start: number, end: number) => {
    const places = [
      ...(mentions.authorities.get(unit) ?? []),
      ...(mentions.countries.get(unit) ?? []),
      ...(persons.get(unit) ?? []),
    ]
    const words = Array.from(
      unit.passage.text.slice(start, end).matchAll(/\p{Lu}[\p{L}\p{M}]+/gu),
      ({ index }) => start + index,
    )
    return (
      words.some((at) => places.some((each) => at < each.end && each.start <= at)) &&
      words.every((at) => places.some((each) => at < each.end && each.start <= at))
    )
  }
  const actors = readActors(
    tie,
    (told) => personsOf(told, persons),
    ({ sentence }, start, end) => isNamed(sentence.unit, start, end),
  )
  return {
    parties: tie.parties.map((party) =>
      partyOf(party, unitOf(party, tie, mentions), language, mentions.mainCountries, quote),
    ),
    status: readStatus(tie, agreements, activities.length > 0),
    since,
    agreements,
    themes: readThemes(
      toldOf(tie),
      [...actors, ...tie.parties].map(({ name }) => name),
    ),
    actors,
    activities,
    quote,
    sentence: statingSentence(tie, mentions, [...agreements, ...(since ? [since] : [])]),
    isBeside: tie.isBeside,
    by: tie.by,
  }
}

const personsOf = ({ sentence, start, end }: Told, persons: ReadonlyMap<Unit, PersonMention[]>) =>
  (persons.get(sentence.unit) ?? []).filter((person) => person.start >= start && person.end <= end)

/** The passage of a mention: the subject of a tie may be named elsewhere. */
function unitOf(party: StatedTie['parties'][number], tie: StatedTie, { authorities }: Mentions): Unit {
  if (authorities.get(tie.stated.unit)?.includes(party)) return tie.stated.unit
  for (const [unit, own] of authorities) if (own.includes(party)) return unit
  return tie.stated.unit
}
