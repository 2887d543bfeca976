import type { Report, ReportBlock } from '../../../../platform/documents/report.ts'
import type { Passage } from '../../../../platform/documents/sheet.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseName, chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { eventDateWords, eventTitle } from '../../../agenda/events/index.ts'
import { countryName, kindName, shortNames } from '../../../directory/index.ts'
import { authorityWords } from '../../../registry/index.ts'
import type { SessionRequest } from '../call.ts'
import { type Appointment, appointmentsOf } from '../publication/appointment.ts'
import { bothNames, whenWords, whereWords } from '../publication/meeting-words.ts'
import type { Participant } from '../session.ts'
import type { Profiles } from './queries.ts'

interface Sheets {
  asked: SessionRequest
  /** For whom: a heading each. */
  participants: readonly Participant[]
  appointments: readonly Appointment[]
  known: Profiles
}

/** Who meets whom and when, with what is known of each counterpart: a part for every participant, to be printed and taken along. */
export function profileReport(sheets: Sheets): Report {
  const { asked, participants } = sheets
  const { reader, network, event } = asked
  const { t } = reader
  const [only, ...others] = participants
  const isOne = only !== undefined && others.length === 0
  const title = isOne ? bothNames(reader, only) : t('partners.assignment.title')
  const group = chooseName(network.name, reader.language).text
  return {
    language: reader.interfaceLanguage,
    title: isOne ? namePassage(asked, only) : [{ text: title }],
    name: `${title} – ${t('partners.assignment.sheets')}`,
    subject: t('partners.assignment.sheets'),
    author: group,
    day: reader.today,
    kicker: [{ text: `${group} · ${t('partners.assignment.sheets')}` }],
    facts: [
      { label: t('partners.assignment.event'), passage: [{ text: eventTitle(reader, event) }] },
      {
        label: t('partners.assignment.when'),
        passage: [{ text: eventDateWords(reader, network.countries, event) }],
      },
    ],
    contents: isOne ? null : t('partners.assignment.contents'),
    blocks: participants.flatMap((one) => partOf(sheets, one, isOne)),
    foot: [[{ text: t('partners.assignment.sheetFoot') }]],
  }
}

function partOf(sheets: Sheets, one: Participant, isAlone: boolean): ReportBlock[] {
  const { asked, appointments } = sheets
  const { reader, network, ground } = asked
  const { t } = reader
  const own = appointmentsOf(appointments, one)
  const speaking = { reader, network, session: ground.session }
  const others = own.flatMap((appointment) => {
    const { firstId, secondId } = appointment
    const other = ground.participants.find(({ id }) => id === (firstId === one.id ? secondId : firstId))
    return other ? [{ appointment, other }] : []
  })
  return [
    ...(isAlone ? [] : [{ kind: 'heading' as const, level: 1 as const, passage: namePassage(asked, one) }]),
    own.length === 0
      ? { kind: 'paragraph', passage: [{ text: t('partners.assignment.noOwnMeetings') }] }
      : {
          kind: 'table',
          columns: [
            t('partners.assignment.when'),
            t('partners.assignment.with'),
            t('partners.assignment.table'),
          ],
          rows: others.map(({ appointment, other }) => [
            [{ text: whenWords(speaking, appointment) }],
            namePassage(asked, other),
            [{ text: whereWords(speaking, appointment) }],
          ]),
        },
    ...others.flatMap(({ other }) => profileOf(sheets, one, other, isAlone ? 1 : 2)),
  ]
}

function profileOf(
  { asked, known }: Sheets,
  one: Participant,
  other: Participant,
  level: 1 | 2,
): ReportBlock[] {
  const { reader, ground } = asked
  const { t } = reader
  const { organisation } = other
  const profile = known.profiles.get(organisation.id)
  const words = authorityWords(organisation.kind)
  const explained =
    words !== null && languageOf(organisation.country) !== reader.language ? ` – ${t(words.level)}` : ''
  const population = profile?.population ?? null
  const shared = known.ties.filter(({ organisationIds }) =>
    [one, other].every((each) => organisationIds.includes(each.organisation.id)),
  )
  const wishesUs = ground.wishes.some(
    ({ participantId, otherId, position }) =>
      participantId === other.id && otherId === one.id && position !== null,
  )
  const facts: { label: string; passage: Passage }[] = [
    {
      label: t('partners.assignment.country'),
      passage: [{ text: countryName(reader, organisation.country) }],
    },
    {
      label: t('partners.assignment.kind'),
      passage: [{ text: `${kindName(reader, organisation.kind)}${explained}` }],
    },
    ...(population === null
      ? []
      : [
          {
            label: t('partners.assignment.population'),
            passage: [
              {
                text: t('partners.assignment.populationOf', {
                  population,
                  year: String(profile?.populationYear ?? ''),
                }),
              },
            ],
          },
        ]),
    ...(other.personName === ''
      ? []
      : [{ label: t('partners.assignment.person'), passage: [{ text: other.personName }] }]),
    ...(profile && profile.themes.length > 0
      ? [
          {
            label: t('partners.assignment.themes'),
            passage: [{ text: profile.themes.map((theme) => t(`networks.theme.${theme}`)).join(', ') }],
          },
        ]
      : []),
    ...textFact(asked, t('partners.assignment.seeks'), profile?.seeks),
    ...textFact(asked, t('partners.assignment.offers'), profile?.offers),
    {
      label: t('partners.assignment.ties'),
      passage: [
        {
          text:
            shared.length === 0
              ? t('partners.assignment.noTies')
              : shared
                  .map(({ status, since }) =>
                    since === null
                      ? t(`ui.status.${status}`)
                      : t('partners.assignment.tieSince', { status: t(`ui.status.${status}`), since }),
                  )
                  .join(', '),
        },
      ],
    },
    ...(wishesUs
      ? [{ label: t('partners.assignment.wishes'), passage: [{ text: t('partners.assignment.asksForYou') }] }]
      : []),
  ]
  return [
    { kind: 'heading', level, passage: namePassage(asked, other) },
    { kind: 'facts', facts },
  ]
}

function textFact({ reader }: SessionRequest, label: string, text: LocalizedText | undefined) {
  const chosen = text ? chooseText(text, reader.language) : null
  return chosen ? [{ label, passage: [{ text: chosen.text, language: chosen.language }] }] : []
}

// Both scripts: the other side reads what it is called at home.
function namePassage({ reader }: SessionRequest, { organisation }: Participant): Passage {
  const names = shortNames(organisation)
  const { text, language } = chooseName(names, reader.language)
  const ownLanguage = languageOf(organisation.country)
  const own = names[ownLanguage]
  return [
    { text, language, emphasis: 'strong' },
    ...(own && own !== text && !text.includes(own) ? [{ text: ` ${own}`, language: ownLanguage }] : []),
  ]
}
