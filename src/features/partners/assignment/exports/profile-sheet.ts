import type { ReportBlock } from '../../../../platform/documents/report.ts'
import type { Passage } from '../../../../platform/documents/sheet.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { saidText } from '../../../../ui/text/said-text.ts'
import { countryName, kindName, shortNames } from '../../../directory/index.ts'
import { authorityWords } from '../../../registry/index.ts'
import { grades, lookUpCompetence, tiersOf } from '../../competence.ts'
import type { Appointment } from '../publication/appointment.ts'
import { betweenWords, whenWords } from '../publication/meeting-words.ts'
import type { SessionRequest } from '../request.ts'
import type { Participant } from '../session.ts'
import type { Profile, Profiles } from './queries.ts'
import { saidName } from './sheet-reader.ts'

/** A meeting as one of the two goes to it. */
export interface Encounter {
  one: Participant
  other: Participant
  appointment: Appointment
}

interface Fact {
  label: string
  passage: Passage
}

/** All that a participant needs to know of a counterpart, in one language. */
export function profileFacts(
  visit: SessionRequest,
  known: Profiles,
  { reader, readers }: { reader: Reader /** Of all languages of the sheet. */; readers: readonly Reader[] },
  encounter: Encounter,
): ReportBlock {
  const { other } = encounter
  const profile = known.profiles.get(other.organisation.id)
  return {
    kind: 'facts',
    language: reader.language,
    facts: [
      ...meetingFacts(visit, reader, encounter),
      ...bodyFacts(reader, readers, other, profile),
      ...aimFacts(reader, other, profile),
      ...tieFacts(visit, known, reader, encounter),
    ],
  }
}

function meetingFacts(
  { network, facts }: SessionRequest,
  reader: Reader,
  { appointment }: Encounter,
): Fact[] {
  const { t } = reader
  const when = whenWords({ reader, network, session: facts.session }, appointment)
  return [
    { label: t('partners.assignment.when'), passage: [{ text: when, emphasis: 'strong' }] },
    { label: t('partners.assignment.table'), passage: [{ text: String(appointment.table) }] },
    {
      label: t('partners.assignment.interpreter'),
      passage: [
        {
          text: betweenWords(reader, appointment.interpreter) || t('partners.assignment.noInterpreterNeeded'),
        },
      ],
    },
  ]
}

function bodyFacts(
  reader: Reader,
  readers: readonly Reader[],
  { organisation, personName }: Participant,
  profile: Profile | undefined,
): Fact[] {
  const { t } = reader
  const { country, kind } = organisation
  const words = authorityWords(kind)
  const isOwn = languageOf(country) === reader.language
  const level = words === null || isOwn ? '' : ` – ${t(words.level)}`
  const parent = profile?.parent
  return [
    {
      label: t('partners.assignment.name'),
      passage: saidName(reader, shortNames(organisation), country, readers),
    },
    {
      label: t('partners.assignment.lies'),
      passage: [
        ...(parent ? [...saidName(reader, parent, country), { text: ', ' }] : []),
        { text: countryName(reader, country) },
      ],
    },
    { label: t('partners.assignment.kind'), passage: [{ text: `${kindName(reader, kind)}${level}` }] },
    {
      label: t('partners.assignment.population'),
      passage: [
        {
          text:
            profile?.population == null
              ? t('partners.assignment.notKnown')
              : profile.populationYear === null
                ? t('partners.assignment.populationAlone', { population: profile.population })
                : t('partners.assignment.populationOf', {
                    population: profile.population,
                    year: String(profile.populationYear),
                  }),
        },
      ],
    },
    ...(personName === ''
      ? []
      : [{ label: t('partners.assignment.person'), passage: [{ text: personName }] }]),
  ]
}

// Unknown facts are stated too, so that a person who prepares a meeting asks.
function aimFacts(reader: Reader, other: Participant, profile: Profile | undefined): Fact[] {
  const { t } = reader
  const themes = profile?.themes ?? []
  const unknown: Passage = [{ text: t('partners.assignment.notKnown'), emphasis: 'quiet' }]
  const competences = competenceWords(reader, other, themes)
  return [
    {
      label: t('partners.assignment.themes'),
      passage:
        themes.length === 0
          ? unknown
          : [{ text: themes.map((theme) => t(`networks.theme.${theme}`)).join(', ') }],
    },
    { label: t('partners.assignment.seeks'), passage: saidText(reader, profile?.seeks ?? {}) ?? unknown },
    { label: t('partners.assignment.offers'), passage: saidText(reader, profile?.offers ?? {}) ?? unknown },
    ...(competences === ''
      ? []
      : [{ label: t('partners.assignment.competences'), passage: [{ text: competences }] }]),
  ]
}

function competenceWords({ t }: Reader, { organisation }: Participant, themes: Profile['themes']): string {
  const own = tiersOf(organisation)
  return themes
    .flatMap((theme) => {
      const known = own.flatMap((tier) => lookUpCompetence(theme, tier)?.grade ?? [])
      const best = grades.find((grade) => known.includes(grade))
      if (best === undefined) return []
      return t('partners.assignment.competenceOf', {
        theme: t(`networks.theme.${theme}`),
        grade: t(`partners.grade.${best}`),
      })
    })
    .join(' · ')
}

function tieFacts(
  { facts }: SessionRequest,
  known: Profiles,
  reader: Reader,
  { one, other }: Encounter,
): Fact[] {
  const { t } = reader
  const shared = known.ties.filter(({ organisationIds }) =>
    [one, other].every((each) => organisationIds.includes(each.organisation.id)),
  )
  const asks = facts.wishes.some(
    ({ participantId, otherId, position }) =>
      participantId === other.id && otherId === one.id && position !== null,
  )
  const ties = shared.map(({ status, since }) =>
    since === null
      ? t(`ui.status.${status}`)
      : t('partners.assignment.tieSince', { status: t(`ui.status.${status}`), since }),
  )
  return [
    {
      label: t('partners.assignment.ties'),
      passage: [{ text: ties.length === 0 ? t('partners.assignment.noTies') : ties.join(', ') }],
    },
    ...(asks
      ? [{ label: t('partners.assignment.wishes'), passage: [{ text: t('partners.assignment.asksForYou') }] }]
      : []),
  ]
}
